import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { VitestClosingLine } from './test/tools/closing-line.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Tells the service worker what there is to hold: all the app is made of, workers included. */
function fileList(): Plugin {
  return {
    name: 'file-list',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(dir.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter((name) => !name.startsWith('.') && name !== 'files.json' && name !== 'service-worker.js');
      writeFileSync(join(dir, 'files.json'), JSON.stringify(files.toSorted()));
    },
  };
}

export default defineConfig({
  // Relative, so that the built app works under any path of any server.
  base: './',
  plugins: [react(), fileList()],
  define: { __APP_VERSION__: JSON.stringify(version) },
  worker: {
    format: 'es',
    // The workers' files are all called entry.ts; on disk each says whose it is.
    rolldownOptions: {
      output: {
        entryFileNames: ({ facadeModuleId }) =>
          `assets/worker-${/worker\/(?:(\w+)\/)?entry/.exec(facadeModuleId ?? '')?.[1] ?? 'failover'}-[hash].js`,
      },
    },
  },
  // The budget of the first load is the size check's business, not this warning's.
  // The manifest tells that check what belongs to the first load.
  build: { target: 'es2023', chunkSizeWarningLimit: 700, manifest: true },
  test: {
    // For a machine that does other things as well; nothing takes this long on one that has its cores to itself.
    testTimeout: 60_000,
    reporters: ['default', new VitestClosingLine()],
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/dom/**', 'test/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/dom/**/*.test.{ts,tsx}'],
          setupFiles: ['test/dom/setup.ts'],
        },
      },
    ],
  },
});
