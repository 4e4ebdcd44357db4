import type { Page } from '@playwright/test';
import { treeKinds } from '../../src/engine/trees/registry.ts';
import {
  atRest,
  brackets,
  button,
  expect,
  leaveField,
  list,
  NO_STREAM,
  nodeOf,
  openTrees,
  places,
  region,
  STILL,
  said,
  setSpeed,
  shown,
  state,
  test,
  toNext,
  tree,
  type,
  zipf,
} from './trees.ts';

test.use(STILL);

const panel = (page: Page) => page.getByRole('dialog', { name: 'Load a shape or a list of keys' });
const text = (page: Page) => panel(page).getByRole('textbox', { name: /^Text/ });

/** Drops a file on the page as the mouse does. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file = '', inside = '']) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([inside], file, { type: 'text/plain' }));
      return transfer;
    },
    [name, content],
  );
  await page.waitForSelector('html[data-intake]', { state: 'attached' });
  await region(page, 'Tree').dispatchEvent('drop', { dataTransfer });
}

/** Everything that must stay as it is when something is refused. */
async function everything(page: Page) {
  const { notice: _notice, ...rest } = await state(page);
  const spec = await page.evaluate(() => JSON.stringify(window.__migrascope.trees?.getState().spec));
  return { rest, spec, text: await brackets(page), said: await said(page), places: await places(page) };
}

/** The tree in a text people can read: its keys level by level. */
async function levels(page: Page): Promise<number[][]> {
  const rows = new Map<number, number[]>();
  const all = Object.entries(await places(page)).map(([key, { x, y }]) => ({ key: Number(key), x, y }));
  for (const { key, y } of all.sort((a, b) => a.x - b.x)) rows.set(y, [...(rows.get(y) ?? []), key]);
  return [...rows].sort(([a], [b]) => a - b).map(([, keys]) => keys);
}

for (const [how, words, shape] of [
  ['bracket text', 'bracket text', '((1 2 3) 4 (- 5 6))'],
  ['a preorder', 'preorder', '4 2 1 3 5 6'],
  ['JSON', 'JSON', '[[4,0],[2,1],[1,2],[3,2],[5,1],[6,2]]'],
] as const)
  test(`${how} becomes the tree on screen, typed or dropped`, async ({ page }) => {
    await openTrees(page);
    await button(page, 'Shape').click();
    await expect(panel(page)).toContainText('Nothing here yet.');
    await text(page).fill(shape);
    await expect(panel(page)).toContainText(`Recognised as a shape: ${words}, 6 nodes.`);
    await panel(page).getByRole('button', { name: 'Use as start shape' }).click();
    await expect(panel(page)).toBeHidden();
    await expect.poll(() => levels(page)).toEqual([[4], [2, 5], [1, 3, 6]]);
    expect(await shown(page)).toMatchObject({ operation: 0, step: 0, size: 6, operations: 1000 });

    await openTrees(page);
    await drop(page, 'my-tree.txt', shape);
    await expect(panel(page)).toContainText('from my-tree.txt');
    await panel(page).getByRole('button', { name: 'Use, and type the operations yourself' }).click();
    await expect.poll(() => levels(page)).toEqual([[4], [2, 5], [1, 3, 6]]);
    expect((await shown(page)).operations).toBe(0);
    await expect.poll(() => said(page)).toMatch(/6 keys in 3 levels, and nothing is asked for/);
  });

test('a broken shape is told clearly, and everything on screen stays', async ({ page }) => {
  await openTrees(page, { at: { operation: 3, step: 2 } });
  const before = await everything(page);
  for (const [broken, named] of [
    ['((1 2 3) 4', /\)|closed|end/],
    ['((1 2 3) 4 5))', /behind the end/],
    ['((3 2 1) 4 5)', /[123]/],
    ['(1 2 x)', /x/],
    ['5 3 5', /5/],
    ['4 2 9 3', /3|9|2/],
    ['[[4,0],[2,1]', /JSON/],
    ['{"preorder": 7}', /preorder|7/],
    ['balanced:99999999', /99,?999,?999|1,000,000/],
    ['99999999999 1 2', /99999999999/],
    ['<svg onload=alert(1)>', /svg/],
    ['🌳', /./],
  ] as const) {
    await button(page, 'Shape').click();
    await text(page).fill(broken);
    const finding = panel(page)
      .getByRole('status')
      .filter({ hasText: /No shape: / });
    await expect(finding, broken).toBeVisible();
    const told = (await finding.locator('p').first().textContent()) ?? '';
    expect.soft(told, broken).toMatch(/^No shape: [A-Z].*\.$/);
    expect.soft(told, broken).toMatch(named);
    expect.soft(told, broken).not.toMatch(/undefined|NaN|Unexpected token|\[object/);
    for (const name of ['Use as start shape', 'Use, and type the operations yourself'])
      await expect(panel(page).getByRole('button', { name })).toBeDisabled();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    expect(await everything(page), broken).toEqual(before);
  }
  for (const [name, content, sentence] of [
    ['broken.json', '{"kind": "splay"', /^broken\.json stops being JSON at line 1, column 17: /],
    ['empty.txt', '', /^empty\.txt is empty/],
  ] as const) {
    await drop(page, name, content);
    await expect(page.getByRole('alert').filter({ hasText: name })).toContainText(sentence);
    await button(page, 'Dismiss').click();
  }
  expect(await everything(page)).toEqual(before);
});

test('every tree, exported after many operations and loaded again, is the same tree', async ({ page }) => {
  test.setTimeout(90_000);
  const exported = () =>
    page.evaluate(async () => {
      const actions = window.__migrascope.trees?.getState().actions;
      const [brackets = '', preorder = '', json = ''] = await Promise.all(
        (['brackets', 'preorder', 'json'] as const).map((format) => actions?.exportText(format)),
      );
      return { brackets, preorder, json };
    });
  for (const { kind } of treeKinds) {
    await openTrees(page, { spec: { tree: tree(kind), start: 'random:40', stream: zipf(150) } });
    await toNext(page, () => page.keyboard.press('End'));
    const texts = await exported();
    const { height } = await shown(page);
    for (const format of ['json', 'brackets', 'preorder'] as const) {
      await openTrees(page, { spec: { tree: tree(kind), start: texts[format], stream: NO_STREAM } });
      const again = await exported();
      // A yardstick arranges whatever it starts from.
      const arranged = kind === 'balanced' || kind === 'static-optimum';
      if (!arranged) expect((await shown(page)).height, `${kind}, ${format}`).toBe(height);
      // The best tree for no stream at all is another one.
      if (kind !== 'static-optimum') expect(again[format], `${kind}, ${format}`).toBe(texts[format]);
      // These two hold all there is: shape and counts.
      if (format !== 'preorder' && !arranged) expect(again, `${kind}, ${format}`).toEqual(texts);
    }
  }
});

test('what the export panel shows can be loaded under Shape; pictures and texts can be taken away', async ({
  page,
}) => {
  await openTrees(page, { spec: { stream: zipf(50) }, at: { operation: 40, step: 3 } });
  const here = await brackets(page);
  await button(page, 'Export').click();
  const exporting = page.getByRole('dialog', { name: 'Export' });
  const field = exporting.getByRole('textbox', { name: 'Text' });
  await expect(field).toHaveValue(here);
  await exporting.getByRole('radio', { name: 'Operations of the lab' }).check();
  await expect(field).toHaveValue(/^access|^\d/);
  await exporting.getByRole('radio', { name: 'JSON' }).check();
  await expect(field).toHaveValue(/^\{/);
  const json = await field.inputValue();
  for (const [name, file, begins] of [
    ['Download', 'tree.json', '{'],
    ['SVG', 'tree.svg', '<svg'],
    ['PNG, twice the size', 'tree.png', '\x89PNG'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      exporting.getByRole('button', { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const content = Buffer.concat(chunks);
    expect(content.toString('latin1').replace(/^<\?xml[^>]*>\s*/, '')).toMatch(new RegExp(`^\\${begins}`));
    expect(content.length).toBeGreaterThan(200);
    if (file === 'tree.svg') {
      // Every key is in the picture, and nothing in it looks for the page's own styles.
      for (const key of [0, 15, 30]) expect(content.toString()).toContain(`>${key}<`);
      expect(content.toString()).not.toContain('var(--');
    }
  }
  await page.keyboard.press('Escape');
  await button(page, 'Shape').click();
  await text(page).fill(json);
  await expect(panel(page)).toContainText('Recognised as a shape: JSON, 31 nodes.');
  await panel(page).getByRole('button', { name: 'Use, and type the operations yourself' }).click();
  await expect(panel(page)).toBeHidden();
  await atRest(page, { operation: 0, step: 0 });
  expect(await brackets(page)).toBe(here);
});

test('every start shape of the lab panel, down to one key and none', async ({ page }) => {
  await openTrees(page);
  await button(page, /^Zipf/).click();
  const lab = page.getByRole('dialog', { name: 'Lab' });
  const shape = lab.getByRole('combobox', { name: 'Shape' });
  const keys = lab.getByRole('textbox', { name: 'Keys', exact: true });
  const setKeys = async (count: string) => {
    await keys.fill(count);
    await keys.press('Enter');
  };
  const size = (count: number, height: number) =>
    expect.poll(async () => shown(page).then((now) => [now.size, now.height])).toEqual([count, height]);

  await shape.selectOption({ label: 'chain' });
  await size(31, 31);
  await setKeys('200');
  await size(200, 200);
  // Two hundred levels cannot be read at once: it opens at the top, and all of it can be shown.
  await expect(region(page, 'Tree')).toContainText(/keys \d+–199 of 200/);
  await shape.selectOption({ label: 'balanced' });
  await size(200, 8);
  await expect(region(page, 'Tree')).toContainText('keys 0–199');
  await setKeys('1');
  await size(1, 1);
  await expect(region(page, 'Tree')).toContainText('one key');
  await expect(nodeOf(page, 0)).toHaveAccessibleName(/^key 0, depth 0/);
  await setKeys('2000000');
  await expect(lab).toContainText(/2,?000,?000/);
  await size(1, 1);
  await setKeys('0');
  await size(1, 1);
  await shape.selectOption({ label: 'random' });
  await setKeys('63');
  await expect.poll(async () => (await shown(page)).size).toBe(63);
  expect((await shown(page)).height).toBeGreaterThan(6);
  await shape.selectOption({ label: 'empty' });
  await expect(region(page, 'Tree')).toContainText(/The tree is (still )?empty\./);
  await page.keyboard.press('Escape');
  await expect(lab).toBeHidden();
  // What a stream asks for comes in.
  await toNext(page, () => page.keyboard.press('Shift+ArrowRight'));
  expect(await shown(page)).toMatchObject({ size: 1, operation: 0 });
  await toNext(page, () => page.keyboard.press('End'));
  expect((await shown(page)).size).toBeGreaterThan(10);
});

test('a list of keys with duplicates becomes the stream; what is none is named and left out', async ({
  page,
}) => {
  await openTrees(page);
  await button(page, 'Shape').click();
  await text(page).fill('7 7 7 3 3 banana 9');
  await expect(panel(page)).toContainText('Can be a stream: 6 keys. Left out:');
  await expect(panel(page)).toContainText('banana');
  await panel(page).getByRole('button', { name: 'Use as stream on an empty tree' }).click();
  await expect(panel(page)).toBeHidden();
  await expect.poll(async () => (await shown(page)).operations).toBe(6);
  await toNext(page, () => page.keyboard.press('End'));
  expect((await levels(page)).flat().sort()).toEqual([3, 7, 9]);
});

test('one key, a chain of 200 and the empty tree can be worked with in every kind', async ({ page }) => {
  test.setTimeout(90_000);
  for (const { kind } of treeKinds) {
    await openTrees(page, { spec: { tree: tree(kind), start: '5', stream: list(5, 5) } });
    await toNext(page, () => page.keyboard.press('End'));
    expect(await shown(page), kind).toMatchObject({ size: 1, height: 1 });
    await setSpeed(page, '1,000 accesses/s');
    await toNext(page, () => type(page, 'delete 5; delete 5; find 5'));
    expect(await shown(page), kind).toMatchObject({ size: 0, height: 0 });
    await expect(region(page, 'Tree')).toContainText(/The tree is (still )?empty\./);
    await leaveField(page);

    await openTrees(page, { spec: { tree: tree(kind), start: 'chain:200', stream: list(0, 199, 0) } });
    await toNext(page, () => page.keyboard.press('Shift+ArrowRight'));
    const first = await shown(page);
    expect(first.size, kind).toBe(200);
    if (kind === 'splay') expect(first.height).toBeLessThan(110);
    await toNext(page, () => page.keyboard.press('End'));
    await toNext(page, () => page.keyboard.press('Home'));
    expect((await shown(page)).height, kind).toBe(
      kind === 'balanced' || kind === 'static-optimum' ? first.height : 200,
    );
  }
});
