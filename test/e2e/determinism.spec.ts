import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, open, test } from './app.ts';

const root = new URL('../../', import.meta.url);

/** As recorded for the demo, or else as the command line says now. */
function expectedHash(): string {
  const golden = new URL('test/fixtures/golden.json', root);
  if (existsSync(golden)) {
    const found = /"hash":\s*"([0-9a-f]{16})"/.exec(readFileSync(golden, 'utf8'))?.[1];
    if (found) return found;
  }
  const { stdout } = spawnSync('npm', ['run', '-s', 'cli', '--', 'run'], { cwd: root, encoding: 'utf8' });
  return (JSON.parse(stdout) as { hash: string }).hash;
}

test('the browser reaches the same state as the command line, bit for bit', async ({ page }) => {
  await open(page, { stops: [{ node: 1, atMs: 18_000 }], atMs: 0 });
  const hashes = await page.evaluate(async () => {
    const { hashAt } = window.__migrascope;
    // Away and back again must not matter either.
    return [await hashAt(30_000_000), await hashAt(19_000_000), await hashAt(30_000_000)];
  });
  expect(hashes[0]).toBe(expectedHash());
  expect(hashes[2]).toBe(hashes[0]);
  expect(hashes[1]).not.toBe(hashes[0]);
});
