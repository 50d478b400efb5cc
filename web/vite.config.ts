import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Static files for the WAR. Nothing is inlined as data: URL, because the server's CSP forbids it. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
    env: { TZ: 'Europe/Berlin' },
  },
});
