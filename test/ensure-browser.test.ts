import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { ensureBrowser, opensAPage } from './tools/ensure-browser.mjs';

afterEach(() => vi.unstubAllEnvs());

test('what it finds opens a page', async () => {
  expect(await opensAPage(await ensureBrowser())).toBe(true);
}, 300_000);

test('a CHROMIUM_PATH that is no browser is an error that names it', async () => {
  const path = join(tmpdir(), 'no-browser-here');
  writeFileSync(path, '');
  vi.stubEnv('CHROMIUM_PATH', path);
  await expect(ensureBrowser()).rejects.toThrow(path);
});
