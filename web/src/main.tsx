import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './base.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { makeClient } from './api/cache';
import { RETURN } from './provider/connecting/dialogue';
import { passOn } from './provider/connecting/returned';
import { App } from './shell/App';
import { Toasts } from './ui/Toasts';
import { theme } from './theme';

const client = makeClient();
const colours = localStorageColorSchemeManager({ key: 'parley-colours' });

const root = document.getElementById('root')!;

if (window.location.pathname === RETURN) passOn(root);
else createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colours}>
        <Toasts />
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
