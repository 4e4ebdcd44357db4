import {
  atRest,
  brackets,
  button,
  expect,
  input,
  leaveField,
  nodeOf,
  openTrees,
  places,
  refusal,
  region,
  STILL,
  said,
  setSpeed,
  shown,
  state,
  test,
  toNext,
  type,
  watchPlaces,
  zipf,
} from './trees.ts';

const SMALL = { spec: { stream: zipf(20) } };

test('a typed batch runs at once, moves, stands marked in the strip, and can be taken back', async ({
  page,
}) => {
  await openTrees(page, SMALL);
  const before = await brackets(page);
  const strip = page.getByRole('group', { name: 'Operations around this one' });
  await expect(strip.getByRole('button', { name: /, typed$/ })).toHaveCount(0);
  await setSpeed(page, '4× steps');
  const seen = await watchPlaces(page);

  await type(page, 'insert 40 41; find 3; delete 40');
  await expect(button(page, 'Pause')).toBeVisible();
  await expect(input(page)).toHaveValue('');
  await expect(nodeOf(page, 40)).toBeVisible();
  // The others make room for it, and are seen on their way.
  await expect.poll(async () => (await seen())['15']?.length ?? 0).toBeGreaterThan(3);
  const names = ['insert 40', 'insert 41', 'find 3', 'delete 40'];
  for (const [i, name] of names.entries())
    await expect(strip.getByRole('button', { name: `operation ${i + 1}: ${name}, typed` })).toBeVisible();
  await expect(strip.getByRole('button', { name: /, typed$/ })).toHaveCount(4);
  await expect(strip.getByText('typed')).toHaveCount(4);

  await setSpeed(page, '1,000 accesses/s');
  await atRest(page);
  const after = await shown(page);
  expect(after).toMatchObject({ operation: 3, step: after.steps, operations: 24, size: 32 });
  await expect(nodeOf(page, 40)).toHaveCount(0);
  await expect(nodeOf(page, 41)).toBeVisible();

  await button(page, 'Undo typed').click();
  await atRest(page, { operation: 0, step: 0 });
  expect(await brackets(page)).toBe(before);
  await expect(strip.getByRole('button', { name: /, typed$/ })).toHaveCount(0);
  await expect(button(page, 'Undo typed')).toBeHidden();
});

test.describe('without waiting', () => {
  test.use(STILL);

  test('what cannot be read is told in one sentence; the field keeps it and nothing is lost', async ({
    page,
  }) => {
    await openTrees(page, { ...SMALL, at: { operation: 2, step: 3 } });
    const before = { text: await brackets(page), at: await state(page), said: await said(page) };
    for (const [text, named] of [
      ['insert 5 banana', 'banana'],
      ['frobnicate 5', 'frobnicate'],
      ['find', 'find'],
      ['insert 99999999999999', '99999999999999'],
      ['insert 1.5', '1.5'],
      ['; ;', ''],
    ] as const) {
      await type(page, text);
      await expect(refusal(page), text).toHaveCount(1);
      const told = (await refusal(page).textContent()) ?? '';
      expect.soft(told, text).toMatch(/^[A-Z“"].*\.$/);
      expect.soft(told, text).toContain(named);
      expect(told).not.toMatch(/undefined|NaN|\[object/);
      await expect(input(page)).toHaveValue(text);
      await input(page).press('x');
      await expect(refusal(page)).toHaveCount(0);
    }
    await input(page).fill('   ');
    await expect(button(page, 'Run')).toBeDisabled();
    await leaveField(page);
    await atRest(page);
    expect({ text: await brackets(page), at: await state(page), said: await said(page) }).toEqual(before);
  });

  test('a node offers what can be done with its key', async ({ page }) => {
    await openTrees(page, SMALL);
    await setSpeed(page, '1,000 accesses/s');
    await nodeOf(page, 3).click();
    const menu = page.getByRole('menu', { name: 'Key 3' });
    await expect(menu.getByRole('menuitem')).toHaveText(['Access 3', 'Find 3', 'Delete 3']);
    await menu.getByRole('menuitem', { name: 'Access 3' }).click();
    await expect(menu).toBeHidden();
    await page.waitForFunction(() => (window.__migrascope.trees?.getState().spec?.typed.length ?? 0) === 1);
    await atRest(page);
    expect((await shown(page)).command).toEqual({ operation: 'access', key: 3, typed: true });
    expect((await shown(page)).operation).toBe(0);

    await nodeOf(page, 3).click();
    await menu.getByRole('menuitem', { name: 'Delete 3' }).click();
    await expect(nodeOf(page, 3)).toHaveCount(0);
    await atRest(page);
    expect(await shown(page)).toMatchObject({ operation: 1, size: 30 });
    expect(await said(page)).toContain('3 is gone');

    await nodeOf(page, 20).click();
    await expect(page.getByRole('menu', { name: 'Key 20' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(nodeOf(page, 20)).toBeFocused();
  });

  test('a cell of the strip leads to its operation', async ({ page }) => {
    await openTrees(page, SMALL);
    const cell = page.getByRole('button', { name: /^operation 5: access \d+$/ });
    const key = Number(/\d+$/.exec((await cell.getAttribute('aria-label')) ?? '')?.[0]);
    await toNext(page, () => cell.click());
    expect(await shown(page)).toMatchObject({ operation: 4, step: 0, command: { operation: 'access', key } });
    await expect(cell).toHaveAttribute('aria-current', 'step');
    expect(await said(page)).toContain(`access ${key}`);
  });

  test('keys that are there, that are not, and at the edge of numbers', async ({ page }) => {
    await openTrees(page, { spec: { start: '((1 2 3) 4 5)', stream: zipf(0) } });
    await setSpeed(page, '1,000 accesses/s');
    const run = async (text: string) => {
      await toNext(page, () => type(page, text));
      return (await said(page)).split(' That was the last')[0];
    };
    expect(await run('insert 2')).toMatch(/2 was there already/);
    expect(await run('find 99')).toMatch(/99 is not in the tree/);
    expect(await run('delete 77')).toMatch(/77 was not in the tree, so nothing is gone/);
    expect(await run('insert 2147483647')).toMatch(/2147483647 is new/);
    expect(await run('insert -2147483648')).toMatch(/2147483648 is new/);
    expect(await shown(page)).toMatchObject({ size: 7 });
    const at = await places(page);
    expect(at['-2147483648']?.x).toBeLessThan(at['1']?.x ?? 0);
    expect(at['2147483647']?.x).toBeGreaterThan(at['5']?.x ?? Number.POSITIVE_INFINITY);
    expect(await run('delete 1 2 3 4 5 2147483647 -2147483648')).toMatch(/is gone/);
    await expect(region(page, 'Tree')).toContainText(/The tree is (still )?empty\./);
    expect(await run('find 5')).toMatch(/5 is not in the tree/);
    expect(await run('insert 5')).toMatch(/5 is new/);
    expect(await brackets(page)).toMatch(/^\(?(- )?5/);
  });
});
