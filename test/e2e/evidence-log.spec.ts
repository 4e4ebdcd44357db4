/** A log of one's own, right, partly wrong, wholly wrong, by every way in; nothing that was there is lost. */
import type { Page } from '@playwright/test';
import {
  button,
  claim,
  drop,
  example,
  expect,
  openEvidence,
  reading,
  region,
  section,
  test,
} from './evidence.ts';

const log = (page: Page) => section(page, 'log');
const complaint = (page: Page) => log(page).getByRole('alert').filter({ hasText: /\S/ });
const lines = example.trim().split('\n');

/** By its own button a file is a log, whatever is in it. */
async function choose(page: Page, name: string, content: string | number[]): Promise<void> {
  const buffer = Buffer.from(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  await log(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

test('a log is dropped, chosen or pasted, and each way it is the same drawing', async ({ page }) => {
  await openEvidence(page);
  await drop(page, 'mine.jsonl', example);
  await expect(claim(page, 'log')).toContainText(/^mine\.jsonl: .*takes .* time and sends/);
  await expect(claim(page, 'log')).toBeInViewport();
  await expect(log(page).getByRole('img', { name: /^Remaining memory over time/ })).toBeVisible();
  await expect(log(page)).toContainText(`All ${lines.length} lines were used.`);
  const dropped = await reading(page);
  expect(dropped).toMatchObject({ name: 'mine.jsonl', lines: lines.length, complaints: 0 });

  await button(page, 'Close this log').click();
  await expect(claim(page, 'log')).toHaveText(/Put a log of your own migration/);
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Open a log').click();
  await (await chooser).setFiles({
    name: 'chosen.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(example),
  });
  await expect(claim(page, 'log')).toContainText(/^chosen\.log: /);
  expect(await reading(page)).toEqual({ ...dropped, name: 'chosen.log' });

  await button(page, 'Close this log').click();
  await page.getByRole('textbox', { name: 'or paste one here' }).fill(example);
  await button(page, 'Read it').click();
  await expect(claim(page, 'log')).toContainText(/^The pasted log: /);
  expect(await reading(page)).toEqual({ ...dropped, name: 'The pasted log' });

  // Its simulation is a migration like any other.
  await log(page)
    .getByRole('link', { name: /Migration workspace/ })
    .click();
  await page.waitForFunction(() => window.__migrascope.migration?.getState().opened?.sides.length === 1);
  const twin = await page.evaluate(
    () => window.__migrascope.migration?.getState().opened?.sides[0]?.result.totalTimeMs,
  );
  expect(twin).toBe(dropped.twin);
  // And back: the log is there still.
  await page.goBack();
  await expect(claim(page, 'log')).toContainText(/^The pasted log: /);
});

test('lines that cannot be used are named with number and reason; the others are drawn', async ({ page }) => {
  await openEvidence(page);
  const spoilt = [...lines];
  spoilt.splice(3, 0, '{"return": {"status": "active", "ram": ');
  spoilt.splice(10, 0, 'Connection reset by peer');
  spoilt.splice(20, 0, '{"return": {"name": "qemu"}}', '', '[]', '42');
  await drop(page, 'spoilt.jsonl', spoilt.join('\r\n'));
  await expect(claim(page, 'log')).toContainText(/^spoilt\.jsonl: /);
  const { complaints = 0, lines: used } = await reading(page);
  expect(used).toBe(lines.length);
  expect(complaints).toBeGreaterThanOrEqual(4);
  await expect(log(page)).toContainText(new RegExp(`${complaints} of \\d+ lines were left out`));
  const told = await log(page).locator('details li').allInnerTexts();
  expect(told).toHaveLength(complaints);
  for (const sentence of told) expect(sentence).toMatch(/^Line \d+ was left out: .+\.$/);
  expect(told.join()).toContain('Connection reset');
});

test('what is no log at all is one sentence, and the log of before stays as it is', async ({ page }) => {
  await openEvidence(page);
  const wrong: readonly (readonly [string, string | number[]])[] = [
    ['empty.jsonl', ''],
    ['shopping.txt', 'milk\nbutter\n'],
    ['picture.png', [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 255, 254, 0]],
    ['move.json', '{"version": 1, "vm": {"memoryMiB": 64}}'],
    ['list.json', '[1, 2, 3]'],
  ];
  for (const [name, content] of wrong) {
    await choose(page, name, content);
    await expect(complaint(page)).toContainText(new RegExp(`^${name.replace('.', '\\.')}: .+\\.$`));
    await expect(claim(page, 'log')).toHaveText(/Put a log of your own migration/);
  }
  await button(page, 'Try an example').click();
  await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
  await expect(complaint(page)).toHaveCount(0);
  const before = { ...(await reading(page)), claim: await claim(page, 'log').textContent() };
  for (const [name, content] of wrong) {
    await choose(page, name, content);
    await expect(complaint(page)).toContainText(
      new RegExp(`^${name.replace('.', '\\.')}: .+\\. The log of before stays\\.$`),
    );
    expect({ ...(await reading(page)), claim: await claim(page, 'log').textContent() }).toEqual(before);
  }
  await button(page, 'Read it').click();
  await expect(page.getByRole('alert').filter({ hasText: /Nothing is pasted yet/ })).toBeVisible();
});

test('a log that ends early, one line, and thousands of them are drawn as far as they go', async ({
  page,
}) => {
  await openEvidence(page);
  await drop(page, 'half.jsonl', lines.slice(0, 12).join('\n'));
  await expect(claim(page, 'log')).toHaveText(
    'half.jsonl beside the simulation with the same settings; it was not finished when the log ends',
  );
  expect(await reading(page)).toMatchObject({ lines: 12, measured: { completed: false } });
  await drop(page, 'one.jsonl', lines[5] ?? '');
  await expect(claim(page, 'log')).toContainText(/^one\.jsonl /);
  const [first = ''] = lines;
  const many = Array.from({ length: 6000 }, (_, i) =>
    first
      .replace(/"total-time": \d+/, `"total-time": ${476 + i}`)
      .replace(/"transferred": \d+/, `"transferred": ${32_012_345 + 1000 * i}`)
      .replace(/"remaining": \d+/, `"remaining": ${236_519_424 - 1000 * i}`),
  );
  await drop(page, 'many.jsonl', many.join('\n'));
  await expect(claim(page, 'log')).toContainText(/^many\.jsonl /);
  expect(await reading(page)).toMatchObject({ lines: 6000 });
});

test('a setting that cannot be is refused where it stands; one that can be is simulated at once', async ({
  page,
}) => {
  await openEvidence(page);
  await button(page, 'Try an example').click();
  await expect(claim(page, 'log')).toContainText(/^example-log\.jsonl: /);
  const before = await reading(page);
  const writes = page.getByRole('textbox', { name: 'Page writes' });
  await writes.fill('a lot');
  await writes.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toContainText(
    'Page writes needs a number; a lot is none, and the simulation was left as it is.',
  );
  await writes.fill('-3');
  await writes.press('Enter');
  await expect(complaint(page)).toContainText(/-3/);
  expect(await reading(page)).toEqual(before);
  await writes.fill('0');
  await writes.press('Enter');
  await expect(complaint(page)).toHaveCount(0);
  await expect.poll(async () => (await reading(page)).twin).toBeLessThan(before.twin ?? 0);
  await expect(page.getByRole('row', { name: /^Page writes/ })).toContainText('Set by hand.');
  expect((await reading(page)).measured).toEqual(before.measured);
});

test('nothing of a log leaves the browser', async ({ page, context }) => {
  await openEvidence(page);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await drop(page, 'mine.jsonl', example);
  await reading(page);
  await expect(region(page, 'One run')).toHaveCount(0);
  expect(asked.filter((request) => !request.startsWith('GET http://127.0.0.1'))).toEqual([]);
  expect(page.url()).not.toContain('mine');
});
