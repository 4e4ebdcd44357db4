/** What people bring along: every kind, by every way in, where it belongs; and nothing that is wrong changes what is on screen. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { RandomStream } from '../../src/base/random.ts';
import { defaultLab } from '../../src/engine/lab/spec.ts';
import { unclear } from '../fuzz/clear.ts';
import { JSONS, LINKS, linkOf, TEXTS } from '../fuzz/corpus.ts';
import { mutateBytes, mutateJson, mutateText } from '../fuzz/mutate.ts';
import { atRest, button, EARLY_STOP, expect, open, stranger, test } from './app.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const log = readFileSync('public/evidence/example-log.jsonl', 'utf8');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Keep, export, import, embed' });
const item = (page: Page, name: string) => dialog(page).getByRole('listitem').filter({ hasText: name });
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ });

type Content = string | Uint8Array;

/** Drops files on the page as the mouse does. */
async function drop(page: Page, ...files: readonly (readonly [name: string, content: Content])[]) {
  await page.waitForSelector('html[data-intake]', { state: 'attached' });
  const plain = files.map(([name, content]) => [
    name,
    Buffer.from(typeof content === 'string' ? new TextEncoder().encode(content) : content).toString('base64'),
  ]);
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name = '', coded = ''] of all)
      transfer.items.add(new File([Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0))], name));
    return transfer;
  }, plain);
  await page.dispatchEvent('main', 'drop', { dataTransfer });
}

/** Pastes a text where no field is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.waitForSelector('html[data-intake]', { state: 'attached' });
  await page.evaluate((inside) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', inside);
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  }, text);
}

const taken = (page: Page) =>
  page.evaluate(async () => {
    const found = await window.__migrascope.store.getState().actions.take();
    return { file: JSON.stringify(found?.file?.json), texts: found?.texts.map(({ text }) => text) ?? [] };
  });

const hashAt = (page: Page, ms: number) => page.evaluate((us) => window.__migrascope.hashAt(us), ms * 1000);

test('what was exported and is dropped again is the same run, migration and tree', async ({ page }) => {
  await open(page, { scenario: { seed: 41 }, stops: EARLY_STOP, atMs: 1500 });
  const { file } = await taken(page);
  const before = await hashAt(page, 1500);
  await open(page, { atMs: 200 });
  expect(await hashAt(page, 1500)).not.toBe(before);
  await drop(page, ['scenario.json', file]);
  await page.waitForFunction(() => {
    const { branches, activeKey } = window.__migrascope.store.getState();
    return branches.find(({ key }) => key === activeKey)?.run.scenario.seed === 41;
  });
  expect(await hashAt(page, 1500)).toBe(before);

  await drop(page, [
    'move.json',
    '{"version": 1, "seed": 5, "vm": {"memoryMiB": 64}, "giveUpAfterMs": 4000}',
  ]);
  await page.waitForFunction(() => window.__migrascope.migration?.getState().lab?.spec.seed === 5);
  const moved = await page.evaluate(() => window.__migrascope.migration?.getState().opened?.hash);
  const again = await taken(page);
  await page.evaluate(() => window.__migrascope.migration?.getState().actions.setParameter('seed', 6));
  await page.waitForFunction(() => window.__migrascope.migration?.getState().lab?.spec.seed === 6);
  await drop(page, ['move.json', again.file]);
  await page.waitForFunction(() => window.__migrascope.migration?.getState().lab?.spec.seed === 5);
  expect(await page.evaluate(() => window.__migrascope.migration?.getState().opened?.hash)).toBe(moved);

  const spec = { ...defaultLab, start: '(((1 2 3) 4 5) 6 (7 8 9))', seed: 12 };
  await drop(page, ['lab.json', JSON.stringify({ version: 1, ...spec })]);
  await page.waitForFunction(() => window.__migrascope.trees?.getState().spec?.seed === 12);
  const brackets = () =>
    page.evaluate(() => window.__migrascope.trees?.getState().actions.exportText('brackets'));
  const tree = (await brackets()) ?? '';
  await expect(dialog(page)).toHaveCount(0);
  await paste(page, tree);
  const shape = page.getByRole('dialog', { name: 'Load a shape or a list of keys' });
  await shape.getByRole('button', { name: 'Use, and type the operations yourself' }).click();
  await page.waitForFunction(() => window.__migrascope.trees?.getState().lab?.operations === 0);
  expect(await brackets()).toBe(tree);

  await drop(page, ['mine.jsonl', log]);
  await expect(page.locator('#evidence-log').getByRole('heading', { level: 2 })).toContainText(
    /^mine\.jsonl: /,
  );
  await paste(page, `${page.url().split('#')[0]}#/trees?at=3`);
  await page.waitForFunction(() => window.__migrascope.trees?.getState().position.operation === 3);
});

test('a page trace: read with wrong lines told, used, kept over a reload and a death, missed elsewhere', async ({
  page,
  browser,
  complaints,
}) => {
  await open(page, { atMs: 100 });
  const rows = Array.from({ length: 4000 }, (_, i) => `${i >> 6},${(i * 37) % 300},1,${i % 3 === 0 ? 2 : 0}`);
  rows.splice(20, 0, 'Killed');
  await drop(page, ['my run.csv.gz', new Uint8Array(gzipSync(rows.join('\n')))]);
  const read = item(page, 'my run.csv.gz');
  await expect(read).toContainText('4,000 page references to 300 pages, 33 % of them writes.');
  await expect(read).toContainText('Line 21: "Killed" is no row');
  await read.getByRole('button', { name: 'Use 4,000 good rows in Trees' }).click();
  await page.waitForFunction(() => window.__migrascope.trees?.getState().spec?.stream.kind === 'trace');
  await page.evaluate(() => window.__migrascope.store.getState().actions.openDesk('import'));
  await dialog(page)
    .getByRole('button', { name: /^Use my-run .* in Migration$/ })
    .click();
  const stands = () =>
    page.waitForFunction(() => {
      const { status, lab, moment, opening } = window.__migrascope.migration?.getState() ?? {};
      return status === 'ready' && opening === null && moment && lab?.spec.vm.workload.pattern === 'trace';
    });
  await stands();
  const state = () =>
    page.evaluate(() => {
      const { lab, opened } = window.__migrascope.migration?.getState() ?? {};
      return { file: lab?.spec.vm.workload.file, hash: opened?.hash };
    });
  const before = await state();
  expect(before.file).toMatch(/^my-run~[0-9a-f]{12}$/);
  await page.evaluate(() => window.__migrascope.migration?.getState().actions.killWorker());
  await expect(page.getByRole('status').filter({ hasText: /started again/ })).toBeVisible();
  await stands();
  await page.reload();
  await stands();
  expect(await state()).toEqual(before);

  const link = page.url();
  const other = await stranger(browser, complaints);
  await other.goto(link);
  await expect(alert(other)).toContainText(
    /It needs the page trace “my-run \(imported, .*”, which is not in this browser; import the file/,
  );
  // The sender's CSV makes it whole.
  await page.evaluate(() => window.__migrascope.store.getState().actions.openDesk('import'));
  const download = page.waitForEvent('download');
  await dialog(page)
    .getByRole('button', { name: /^Save my-run .* as CSV/ })
    .click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  await drop(other, ['from-you.csv', csv]);
  await expect(item(other, 'from-you.csv')).toContainText('4,000 page references');
  await other.context().close();
});

test('where the browser keeps nothing a trace lasts as long as the page, and that is said', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await open(page, { atMs: 100 });
  await drop(page, ['hex.txt', '0x10\n0x20\n0x10\n']);
  await expect(item(page, 'hex.txt')).toContainText('3 page references to 2 pages');
  await expect(item(page, 'hex.txt')).toContainText('the trace lasts until the page is closed');
  await item(page, 'hex.txt').getByRole('button', { name: 'Use in Migration' }).click();
  await page.waitForFunction(
    () => window.__migrascope.migration?.getState().lab?.spec.vm.workload.pattern === 'trace',
  );
});

test('200 MB stream with progress and can be cancelled, 50 MB are read to the end; the page is never held up', async ({
  page,
}) => {
  await open(page, { atMs: 100 });
  await page.waitForSelector('html[data-intake]', { state: 'attached' });
  await page.evaluate(() => {
    const row = Array.from({ length: 5000 }, (_, i) => `${i},${(i * 7919) % 60_000},1,${i % 2}\n`).join('');
    const file = (parts: number) =>
      new File(
        Array.from({ length: parts }, () => row),
        'long.csv',
      );
    Object.assign(window, { files: { large: file(2600), small: file(700) } });
  });
  const dropOne = (which: 'large' | 'small') =>
    page.evaluate((size) => {
      const tasks: number[] = [];
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
      const { files } = Object.assign(window, { tasks }) as unknown as { files: Record<string, File> };
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(files[size] as File);
      const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
      document.querySelector('main')?.dispatchEvent(drop);
    }, which);
  // A quick machine has read it before a test could look: the page itself presses Cancel when it is there.
  const cancelled = page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const look = () => {
          const bar = document.querySelector('[aria-label="Reading long.csv"]');
          const buttons = [...(bar?.closest('li')?.querySelectorAll('button') ?? [])];
          const cancel = buttons.find(({ textContent }) => textContent === 'Cancel');
          if (!cancel) return;
          observer.disconnect();
          cancel.click();
          done(bar?.checkVisibility() ?? false);
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true });
      }),
  );
  await button(page, 'Keep').click();
  await dialog(page).getByRole('radio', { name: 'Import' }).check({ force: true });
  await expect(dialog(page).getByRole('button', { name: 'Choose files' })).toBeVisible();
  await dropOne('large');
  expect(await cancelled).toBe(true);
  const reading = item(page, 'long.csv');
  await expect(reading).toHaveCount(0);
  await dropOne('small');
  await expect(reading).toContainText('3,500,000 page references', { timeout: 45_000 });
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  // Of a machine that does other things as well; alone it has none above 50 ms.
  expect(Math.max(0, ...tasks)).toBeLessThan(200);
});

test('sixty damaged files and links: each one sentence, and what is on screen stays to the last bit', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await open(page, { stops: EARLY_STOP, atMs: 2500 });
  await page.waitForSelector('html[data-intake]', { state: 'attached' });
  const before = { hash: await hashAt(page, 2500), url: page.url() };
  const random = new RandomStream(2026, 'import e2e');
  const link = (i: number) => LINKS[i % LINKS.length] ?? { prefix: '', json: {}, rest: '' };
  const damaged = Array.from({ length: 60 }, (_, i): Content => {
    const kind = i % 5;
    if (kind === 0) return mutateJson(JSONS[i % JSONS.length], random);
    if (kind === 1) return mutateText(TEXTS[i % TEXTS.length] ?? '', random);
    if (kind === 2) return mutateBytes(new Uint8Array(gzipSync(TEXTS[i % TEXTS.length] ?? '')), random);
    const { prefix, json, rest } = link(i);
    if (kind === 3) return linkOf(prefix, mutateJson(json, random), rest);
    return mutateText(JSON.stringify(JSONS[i % JSONS.length]), random);
  });
  // Dropped together nothing is opened by itself: what can be read after all only offers to be.
  await drop(page, ...damaged.map((content, i) => [`damaged-${i}.dat`, content] as const));
  const last = item(page, 'damaged-59.dat');
  await expect(last).not.toContainText('Waiting for its turn', { timeout: 90_000 });
  await expect(last.getByRole('progressbar')).toHaveCount(0);
  const told = await dialog(page)
    .locator('li')
    .evaluateAll((all) => all.map((one) => one.textContent));
  expect(told.length).toBeGreaterThanOrEqual(60);
  const sentences = await dialog(page).locator('li [role=status] > p').allInnerTexts();
  for (const sentence of sentences) expect.soft(unclear(sentence), sentence).toMatch(/^$|full stop/);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await atRest(page, 2500);
  expect({ hash: await hashAt(page, 2500), url: page.url() }).toEqual(before);

  // One by one the wrong ones stand over the workspace.
  for (const content of ['{"version": 1, "cluster": {"nodes": 1e9}}', '#/failover?v=1&run=e30x', '\0\0\0']) {
    await drop(page, ['one.dat', content]);
    await expect(alert(page)).toContainText(/\.(Dismiss)?$/);
    expect(unclear((await alert(page).locator('p').innerText()).trim())).toBe('');
    await button(page, 'Dismiss').click();
  }
  expect({ hash: await hashAt(page, 2500), url: page.url() }).toEqual(before);
});
