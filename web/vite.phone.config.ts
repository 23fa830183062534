import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The phone page, the manager's page and the sign-up dialogue: built into the emulator's package, which serves them at /phone/, /manager and /dialog/oauth. */
export default defineConfig({
  root: here('./phone'),
  base: '/phone/',
  plugins: [react()],
  build: {
    outDir: here('../src/parley_emulator/phone_dist'),
    emptyOutDir: true,
    rolldownOptions: { input: [here('./phone/index.html'), here('./phone/manager/index.html'), here('./phone/signup/index.html')] },
  },
  server: { port: 5174, proxy: { '/phone/api': 'http://127.0.0.1:8701', '/manager/api': 'http://127.0.0.1:8701', '/control': 'http://127.0.0.1:8701' } },
});
