import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import './base.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClient, QueryClientProvider, type DefaultOptions } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from './theme';

const colours = localStorageColorSchemeManager({ key: 'parley-phone-colours' });

/** Shows one of the local platform's pages. It is asked on this machine, so being offline says nothing. */
export function mount(page: ReactNode, queries: DefaultOptions['queries']): void {
  const client = new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', ...queries }, mutations: { networkMode: 'always' } },
  });
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours}>
          {page}
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
