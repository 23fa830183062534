import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import './base.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HashRouter, Route, Routes } from 'react-router';
import { Stage } from './stage/Stage';
import { theme } from './theme';

const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: 10_000, retry: 2, retryDelay: (attempt) => 500 * 2 ** attempt },
    mutations: { networkMode: 'always' },
  },
});
const colours = localStorageColorSchemeManager({ key: 'parley-phone-colours' });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours}>
        <HashRouter>
          <Routes>
            <Route path="/:waId?/:numberId?" element={<Stage />} />
          </Routes>
        </HashRouter>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
