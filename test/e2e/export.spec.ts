/** What can be taken away, kind by kind: each file is opened again and compared with the page, or with the command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, open, test } from './app.ts';

const root = new URL('../../', import.meta.url);
const desk = (page: Page) => page.getByRole('dialog', { name: /Keep, export/ });
const part = (page: Page, name: string) => desk(page).getByRole('region', { name });

async function openExport(page: Page): Promise<void> {
  await page.evaluate(() => window.__migrascope.store.getState().actions.openDesk('export'));
  await expect(part(page, 'Picture')).toBeVisible();
}

/** Presses something and takes what is saved. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 40_000 }), press()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

const textOf = ({ path }: { path: string }) => readFileSync(path, 'utf8');

function cli(...words: string[]): unknown {
  const { stdout } = spawnSync('npm', ['run', '-s', 'cli', '--', ...words], { cwd: root, encoding: 'utf8' });
  return JSON.parse(stdout) as unknown;
}

test('pictures: SVG that stands by itself, and PNG of the size that was said', async ({ page }) => {
  await open(page, { scenario: { durationMs: 3000 }, stops: [{ node: 1, atMs: 500 }], atMs: 1500 });
  await openExport(page);
  const picture = part(page, 'Picture');
  const choice = picture.getByRole('combobox', { name: 'What is drawn' });
  await expect(choice.getByRole('option')).toHaveText(['Hosts and memory', 'Time line', 'Page tree']);
  for (const [id, told] of [
    ['stage', 'node 1 transmit port'],
    ['timeline', 'pages left'],
    ['tree', 'Which pages are hot?'],
  ] as const) {
    await choice.selectOption(id);
    await expect(picture.getByText(/sharp at any size/)).toBeVisible();
    const file = await saved(page, () => picture.getByRole('button', { name: 'Save picture' }).click());
    expect(file.name).toMatch(new RegExp(`^failover-stop-of-node-1-at-0\\.5-s-.*-${id}\\.svg$`));
    const svg = textOf(file);
    const seen = await page.evaluate(async (text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      await image.decode();
      return {
        broken: parsed.querySelector('parsererror')?.textContent ?? null,
        title: parsed.querySelector('title')?.textContent,
        caption: parsed.querySelector('desc')?.textContent,
        words: parsed.documentElement.textContent,
        foreign: parsed.querySelectorAll('foreignObject, image, script').length,
        paths: parsed.querySelectorAll('path').length,
        size: [image.naturalWidth, image.naturalHeight],
      };
    }, svg);
    expect(seen).toMatchObject({ broken: null, foreign: 0 });
    expect(seen.caption).toMatch(/^Stop of node 1 at 0.5 s, .* · at 1\.50 s$/);
    expect(seen.words).toContain(told);
    expect(seen.paths).toBeGreaterThan(id === 'tree' ? 0 : 20);
    // Nothing in it hangs on the page: no class, no token, no address.
    expect(svg).not.toMatch(/class=|var\(--|url\((?!#)/);
  }
  await picture.getByRole('radio', { name: 'PNG' }).check({ force: true });
  await picture.getByRole('radio', { name: '3×' }).check({ force: true });
  const said = await picture.getByText(/^\d+ × \d+ pixels$/).innerText();
  const png = readFileSync(
    (await saved(page, () => picture.getByRole('button', { name: 'Save picture' }).click())).path,
  );
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  expect(`${png.readUInt32BE(16)} × ${png.readUInt32BE(20)} pixels`).toBe(said);
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('series, run and texts are what the page and the command line say', async ({ page }) => {
  await open(page, { scenario: { durationMs: 3000 }, stops: [{ node: 1, atMs: 500 }], atMs: 3000 });
  await openExport(page);
  const series = part(page, 'Series');
  const csv = textOf(
    await saved(page, () => series.getByRole('button', { name: 'Save Round trips as CSV' }).click()),
  );
  const [header, ...rows] = csv.trimEnd().split('\r\n');
  expect(header).toBe('sent_ms,rtt_ms,queue_ms,tail_ms,noise_ms,batch');
  const run = await saved(page, () => part(page, 'Run').getByRole('button', { name: 'Run (JSON)' }).click());
  const printed = cli('run', run.path) as { hash: string; rtt: { sentAtMs: number; rttMs: number | null }[] };
  const here = rows
    .map((row) => row.split(','))
    .map(([sent, rtt]) => [Number(sent), rtt === '' ? null : Number(rtt)]);
  // The command line tells six digits, and not the ping at the very end.
  const there = printed.rtt.map(({ sentAtMs, rttMs }) => [sentAtMs, rttMs]);
  expect(
    here
      .slice(0, there.length)
      .map(([sent, rtt]) => [sent, rtt == null ? null : Math.round(rtt * 1e6) / 1e6]),
  ).toEqual(there);
  expect(await page.evaluate(() => window.__migrascope.hashAt(3_000_000))).toBe(printed.hash);
  const zip = readFileSync(
    (await saved(page, () => series.getByRole('button', { name: 'All as one zip' }).click())).path,
  );
  expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  const log = await saved(page, () =>
    part(page, 'Texts').getByRole('button', { name: 'Save: Heartbeat’s log' }).click(),
  );
  expect(textOf(log)).toContain('told to stop: leaving the cluster');
});

test('a single migration and a lab go out as files that are read as the same again', async ({ page }) => {
  await page.goto('./#/migration');
  await page.waitForFunction(() => (window.__migrascope.migration?.getState().moment ?? null) !== null);
  await page.evaluate(() => window.__migrascope.migration?.getState().actions.goToEnd());
  await page.waitForFunction(() => {
    const state = window.__migrascope.migration?.getState();
    return state?.moment?.atMs === state?.endMs;
  });
  await openExport(page);
  const file = await saved(page, () => part(page, 'Run').getByRole('button', { name: 'Run (JSON)' }).click());
  const printed = cli('migrate', file.path) as { totalTimeMs: number; bytesSent: number };
  const result = await page.evaluate(() => {
    const side = window.__migrascope.migration?.getState().opened?.sides[0];
    return { totalTimeMs: side?.result.totalTimeMs, bytesSent: side?.result.bytesSent };
  });
  expect(printed).toMatchObject(result);
  const figures = await saved(page, () =>
    part(page, 'Run').getByRole('button', { name: 'Figures (JSON)' }).click(),
  );
  expect(JSON.parse(textOf(figures))).toMatchObject({
    figures: { 'side A: bytes sent (B)': printed.bytesSent },
  });
  await page.goto('./#/trees');
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment ?? null) !== null);
  await openExport(page);
  const brackets = await saved(page, () =>
    part(page, 'Texts').getByRole('button', { name: 'Save: Tree in brackets' }).click(),
  );
  const text = await page.evaluate(() =>
    window.__migrascope.trees?.getState().actions.exportText('brackets'),
  );
  expect(textOf(brackets)).toBe(text);
});

test('an animation: frames of a span as WebM or as PNG files, and everything as it was', async ({ page }) => {
  await open(page, { scenario: { durationMs: 3000 }, stops: [{ node: 1, atMs: 500 }], atMs: 1500 });
  await openExport(page);
  const film = part(page, 'Animation');
  await part(page, 'Picture').getByRole('combobox', { name: 'What is drawn' }).selectOption('timeline');
  await film.getByRole('textbox', { name: 'From' }).fill('0.5');
  await film.getByRole('textbox', { name: 'To' }).fill('1.6');
  await expect(film.getByRole('alert')).toContainText('neither beyond what was reached (1.50 s)');
  await film.getByRole('textbox', { name: 'To' }).fill('1.5');
  await film.getByRole('textbox', { name: 'Lasts' }).fill('1');
  await film.getByRole('textbox', { name: 'Frames a second' }).fill('4');
  await film.getByRole('textbox', { name: 'Width' }).fill('640');
  const make = film.getByRole('button', { name: 'Make animation' });
  if (await film.getByRole('radio', { name: 'WebM' }).isVisible()) {
    const webm = readFileSync((await saved(page, () => make.click())).path);
    expect(webm.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    const seen = await page.evaluate(async (data) => {
      const video = document.createElement('video');
      video.src = `data:video/webm;base64,${data}`;
      await new Promise((done, failed) => {
        video.onloadedmetadata = done;
        video.onerror = failed;
      });
      return { seconds: video.duration, width: video.videoWidth };
    }, webm.toString('base64'));
    expect(seen.width).toBe(640);
    expect(seen.seconds).toBeCloseTo(1, 1);
    await film.getByRole('radio', { name: 'PNG frames (zip)' }).check({ force: true });
  }
  const zip = readFileSync((await saved(page, () => make.click())).path).toString('latin1');
  // The same span gives the same frames, bit for bit.
  expect(readFileSync((await saved(page, () => make.click())).path).toString('latin1') === zip).toBe(true);
  expect(new Set(zip.match(/frame-\d{4}\.png/g))).toEqual(
    new Set([1, 2, 3, 4].map((i) => `frame-000${i}.png`)),
  );
  await expect(film.getByRole('status')).toContainText('4 frames');
  const after = await page.evaluate(() => {
    const { atUs, playback } = window.__migrascope.store.getState();
    return [atUs, playback.reachedUs, playback.playing];
  });
  expect(after).toEqual([1_500_000, 1_500_000, false]);
  // A long one that is cancelled leaves nothing behind.
  await film.getByRole('textbox', { name: 'Lasts' }).fill('60');
  await make.click();
  await expect(film.getByRole('progressbar')).toBeVisible();
  await film.getByRole('button', { name: 'Cancel' }).click();
  await expect(film.getByRole('status')).toContainText('nothing was saved');
  await expect.poll(() => page.evaluate(() => window.__migrascope.store.getState().atUs)).toBe(1_500_000);
});
