import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '../base.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from '../theme';
import { SignupPage } from './SignupPage';

const client = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: 1 }, mutations: { networkMode: 'always' } },
});
const colours = localStorageColorSchemeManager({ key: 'parley-phone-colours' });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours}>
        <SignupPage />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
