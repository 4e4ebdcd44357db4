import { defineConfig } from '@playwright/test';
import { browserArguments, ensureBrowser } from './test/tools/ensure-browser.mjs';

/** Another port lets two runs stand side by side. */
const port = process.env.E2E_PORT ?? '4173';
/** A build elsewhere, for a run beside somebody else's. */
const built = process.env.E2E_DIST ?? 'dist';
const url = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'node_modules/.cache/playwright',
  snapshotPathTemplate: 'test/e2e/__screenshots__/{testFileName}/{arg}{ext}',
  // One at a time: several software-rendered pages at once would make every timing a matter of luck.
  workers: 1,
  // For a slow machine; nothing here takes this long on one that has its two cores to itself.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // A machine that stalls in the middle of a gesture is no defect of the page; the list names what passed only then.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list'], ['./test/tools/closing-line.ts']],
  use: {
    baseURL: url,
    // A test that holds a file back, or lets it fail, must not be answered from what was held before.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    video: 'off',
    actionTimeout: 10_000,
    launchOptions: {
      executablePath: await ensureBrowser(),
      // Drawn as a whole each time, so that no pixel depends on what was drawn before.
      args: [...browserArguments, '--disable-partial-raster'],
    },
  },
  // The built app, since that is what people open; `npm run test:e2e` builds it first.
  webServer: {
    command: `npx vite preview --outDir ${built} --host 127.0.0.1 --port ${port} --strictPort`,
    url,
    reuseExistingServer: false,
  },
});
