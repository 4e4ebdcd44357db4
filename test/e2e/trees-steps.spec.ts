import type { Page } from '@playwright/test';
import {
  atRest,
  brackets,
  button,
  expect,
  leaveField,
  NO_STREAM,
  openTrees,
  places,
  region,
  STILL,
  said,
  setSpeed,
  shown,
  state,
  stepBack,
  stepOn,
  test,
  toNext,
  tree,
  watchPlaces,
  zipf,
} from './trees.ts';

/** What the sentence says of each kind of step. */
const TOLD: Readonly<Record<string, RegExp>> = {
  start: /is asked for/,
  compare: /is smaller than|is larger than|is found/,
  descend: /^Down to the (left|right)|has no (left|right) child/,
  count: /counts one more access|taken off its own count|fewer on the/,
  decide: /^(Zig|Zig-zig|Zig-zag|No rotation)\b/,
  rotate: /rises over/,
  link: /is new: it becomes/,
  unlink: /leaves the tree/,
  replace: /takes its place/,
};

const RESULT = /(found after|linked after|as) \d+ nodes?/;

const rule = (page: Page) => region(page, 'Rule');
const lineAtWork = (page: Page) => rule(page).locator('li[aria-current=step]');
const operands = (page: Page) => rule(page).locator('[class*=operands]');

async function lineText(page: Page): Promise<string> {
  return (await lineAtWork(page).locator('code').textContent()) ?? '';
}

/** Steps on until one of a kind has been done. */
async function toStep(page: Page, kind: string): Promise<void> {
  for (;;) if ((await stepOn(page)).kind === kind) return;
}

/** Which level each node stands on; a tree that has been higher is drawn a little flatter. */
function levels(
  places: Record<string, { x: number; y: number }>,
): Record<string, { x: number; level: number }> {
  const heights = [...new Set(Object.values(places).map(({ y }) => y))].sort((a, b) => a - b);
  return Object.fromEntries(
    Object.entries(places).map(([key, { x, y }]) => [key, { x, level: heights.indexOf(y) }]),
  );
}

/** A key that goes in, one with two subtrees that leaves, and two that are looked for. */
const EDITS = [
  { operation: 'insert', key: 100, before: 0 },
  { operation: 'delete', key: 3, before: 0 },
  { operation: 'access', key: 0, before: 0 },
  { operation: 'access', key: 0, before: 0 },
] as const;

const chain = (keys: number) => ({
  spec: {
    tree: tree('splay'),
    start: `chain:${keys}`,
    stream: NO_STREAM,
    typed: [0, 2].map((key) => ({ operation: 'find' as const, key, before: 0 })),
  },
});

test.describe('one after another', () => {
  test.use(STILL);

  for (const kind of ['lazy-counting', 'splay'])
    test(`every step of ${kind} has its sentence and its line, and all the way back is all undone`, async ({
      page,
    }) => {
      await openTrees(page, {
        spec: { tree: tree(kind), start: 'balanced:7', stream: NO_STREAM, typed: EDITS },
      });
      const picture = async () => ({ text: await brackets(page), places: levels(await places(page)) });
      const first = await picture();
      const way: { at: string; text: string; said: string; line: string; operands: string }[] = [];
      const facts = async () => ({
        at: await shown(page).then(({ operation, step }) => `${operation}.${step}`),
        text: await brackets(page),
        ...(await page.evaluate(() => {
          const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
          return {
            said: text('h1').replace(/\s+/g, ' '),
            line: text('[aria-label=Rule] li[aria-current=step] code'),
            operands: text('[aria-label=Rule] [class*=operands]'),
          };
        })),
      });
      const kinds = new Set<string>();
      for (;;) {
        const moment = await stepOn(page);
        const { kind: step = '' } = moment;
        kinds.add(step ?? '');
        const now = await facts();
        const over = moment.step === moment.steps;
        const looked = step === 'compare' || step === 'descend';
        // At an operation's end its result is told, after a mere look and at the very end in place of the step.
        if (over) expect.soft(now.said, now.at).toMatch(RESULT);
        if (!over || !(looked || moment.operation === 3))
          expect.soft(now.said, `${now.at} ${step}`).toMatch(TOLD[step ?? ''] ?? /^$/);
        expect.soft(now.line, `${now.at} ${step}`).not.toBe('');
        expect.soft(now.operands, `${now.at} ${step}`).toMatch(/\d/);
        expect(now.operands + now.said).not.toMatch(/[{}]|undefined|NaN|–/);
        if (way.length > 0) expect.soft(now.said, now.at).not.toBe(way.at(-1)?.said);
        way.push(now);
        if (moment.operation === 3 && moment.step === moment.steps) break;
      }
      const common = ['start', 'compare', 'descend', 'decide', 'rotate', 'link', 'unlink', 'replace'];
      const counting = kind === 'lazy-counting' ? ['count'] : [];
      expect([...kinds].sort()).toEqual([...common, ...counting].sort());

      for (const before of way.slice(0, -1).reverse()) {
        await stepBack(page);
        expect(await facts()).toEqual(before);
      }
      await stepBack(page);
      await atRest(page, { operation: 0, step: 0 });
      expect(await picture()).toEqual(first);
      await expect(button(page, 'Step back')).toBeDisabled();
    });

  test('Home, End, whole operations, and the number of one', async ({ page }) => {
    await openTrees(page, { spec: { stream: zipf(40) } });
    const press = (key: string) => toNext(page, () => page.keyboard.press(key));
    const end = await press('End');
    expect(end).toMatchObject({ operation: 39, step: end.steps });
    expect(await said(page)).toContain('That was the last of 40 operations');
    await expect(button(page, 'To the end')).toBeDisabled();
    expect(await press('Home')).toMatchObject({ operation: 0, step: 0 });

    const number = page.getByRole('textbox', { name: 'Operation number' });
    const jump = async (text: string) => {
      await number.fill(text);
      await number.press('Enter');
    };
    await toNext(page, () => jump('17'));
    expect(await shown(page)).toMatchObject({ operation: 16, step: 0 });
    const problem = region(page, 'Operations').getByRole('alert').filter({ hasText: /\S/ });
    for (const [text, told] of [
      ['41', 'There are operations 1 to 40; 41 was given.'],
      ['0', 'There are operations 1 to 40; 0 was given.'],
      ['many', 'Give the number of an operation, 1 to 40.'],
    ] as const) {
      await jump(text);
      await expect(problem).toHaveText(told);
      expect((await state(page)).position).toEqual({ operation: 16, step: 0 });
    }
    await number.press('Escape');
    await expect(problem).toHaveCount(0);
    await expect(number).toHaveValue('17');
    await page.getByRole('heading', { level: 1 }).click();

    const whole = await press('Shift+ArrowRight');
    expect(whole).toMatchObject({ operation: 16, step: whole.steps });
    expect((await press('Shift+ArrowRight')).operation).toBe(17);
    await press('ArrowLeft');
    expect(await press('Shift+ArrowLeft')).toMatchObject({ operation: 17, step: 0 });
    expect((await press('Shift+ArrowLeft')).operation).toBe(16);

    const slider = page.getByRole('slider', { name: 'Operation', exact: true });
    await toNext(page, () => slider.press('PageUp'));
    expect((await shown(page)).operation).toBeGreaterThan(16);
    await expect(slider).toHaveAttribute('aria-valuetext', /^operation \d+ of 40: access \d+$/);
  });

  test('three levels of the code, the line at work in each, and the numbers of the tree filled in', async ({
    page,
  }) => {
    const typed = [{ operation: 'access', key: 2, before: 0 } as const];
    await openTrees(page, { spec: { start: '((1:2 2:5 3:14) 4:3 5:9)', stream: NO_STREAM, typed } });
    const lines = rule(page).locator('li[data-shown=true]');
    const level = async (name: string) => {
      await rule(page).getByRole('radio', { name }).check();
      return lines.count();
    };
    const counts = [await level('cases'), await level('steps'), await level('every assignment')];
    expect(counts[0]).toBeGreaterThan(2);
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 0);
    expect(counts[2]).toBeGreaterThan(counts[1] ?? 0);
    await leaveField(page);

    await toStep(page, 'decide');
    const texts: string[] = [];
    for (const key of ['0', '1', '2']) {
      await page.keyboard.press(key);
      await expect(rule(page).getByRole('radio').nth(Number(key))).toBeChecked();
      await expect(lineAtWork(page)).toHaveCount(1);
      await expect(lineAtWork(page)).toBeVisible();
      texts.push(await lineText(page));
      await expect(operands(page)).toContainText('inner 14 ≥ sibling 3 + 9 = 12 → zig-zag');
    }
    for (const text of texts) expect(text).not.toBe('');
    // The line that stands for this very step, not one near it.
    const { line } = await shown(page);
    await expect(rule(page).locator('li').nth(line)).toHaveAttribute('aria-current', 'step');
    for (const value of ['= 14', '= 12', '14 ≥ 12'])
      await expect(rule(page).getByRole('list')).toContainText(value);
    expect(await said(page)).toMatch(/^Zig-zag\. Key 2 was asked for, but 3 rises.* 14 times, .* only 12\./);
    await expect(region(page, 'Tree')).toContainText('3 + 9 = 12');

    // The line goes along with every step.
    const before = await lineText(page);
    await stepOn(page);
    expect(await lineText(page)).not.toBe(before);
    await stepOn(page);
    const { 3: three, 2: two, 4: four } = await places(page);
    expect(three?.y).toBeLessThan(two?.y ?? 0);
    expect(two?.y).toBe(four?.y);
  });
});

test('a zig-zig is two rotations to be seen, the upper edge first, and nobody moves sideways', async ({
  page,
}) => {
  await openTrees(page, chain(3));
  await toStep(page, 'decide');
  expect(await said(page)).toMatch(/^Zig-zig\./);
  const before = await places(page);
  const level = (all: Record<string, { y: number }>) => [0, 1, 2].map((key) => all[key]?.y ?? Number.NaN);
  const [low0 = 0, low1 = 0, low2 = 0] = level(before);
  expect(low2).toBeLessThan(low1);
  expect(low1).toBeLessThan(low0);

  const seen = await watchPlaces(page);
  const first = await stepOn(page);
  expect(first.tag).toBe('rotate:zig-zig:1');
  expect(await said(page)).toMatch(/Rotation 1 of 2, the upper edge first: 1 rises over 2/);
  // 1 on top, 0 and 2 beside each other under it.
  await expect.poll(async () => level(await places(page))).toEqual([low1, low2, low1]);
  const second = await stepOn(page);
  expect(second.tag).toBe('rotate:zig-zig:2');
  expect(await said(page)).toMatch(/Rotation 2 of 2: 0 rises over 1/);
  await expect.poll(async () => level(await places(page))).toEqual([low2, low1, low0]);

  for (const [key, way] of Object.entries(await seen())) {
    expect(way.length, `key ${key} is seen on its way`).toBeGreaterThan(4);
    expect(new Set(way.map(({ x }) => x)), `x of key ${key}`).toEqual(new Set([before[key]?.x]));
  }
});

test('it plays at a pace to follow, pauses, and stops at the end', async ({ page }) => {
  await openTrees(page, { spec: { tree: tree('splay'), start: 'balanced:7', stream: zipf(2) } });
  await setSpeed(page, '16× steps');
  const seen = await page.evaluate(() => {
    const steps: string[] = [];
    window.__migrascope.trees?.subscribe(({ moment }) => {
      const at = `${moment?.operation}.${moment?.step}`;
      if (steps.at(-1) !== at) steps.push(at);
    });
    Object.assign(window, { steps });
    return steps.length;
  });
  expect(seen).toBe(0);
  await page.keyboard.press('Space');
  await expect(button(page, 'Pause')).toBeVisible();
  await page.waitForFunction(() => (window.__migrascope.trees?.getState().moment?.step ?? 0) >= 2);
  await page.keyboard.press('Space');
  await atRest(page);
  await expect(button(page, 'Play')).toBeVisible();
  await button(page, 'Play').click();
  await page.waitForFunction(() => window.__migrascope.trees?.getState().moment?.operation === 1);
  await atRest(page);
  const end = await shown(page);
  expect(end).toMatchObject({ operation: 1, step: end.steps });
  // No step was left out.
  const steps = await page.evaluate(() => (window as unknown as { steps: string[] }).steps);
  const inFirst = steps.filter((at) => at.startsWith('0.')).map((at) => Number(at.slice(2)));
  expect(inFirst.filter((step) => step > 0)).toEqual(
    Array.from({ length: Math.max(...inFirst) }, (_, i) => i + 1),
  );
});
