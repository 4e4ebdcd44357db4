import type { Page } from '@playwright/test';
import { EARLY_STOP, atRest as failoverAtRest, open } from './app.ts';
import {
  atRest,
  button,
  drawn,
  expect,
  input,
  nodeOf,
  openTrees,
  region,
  STILL,
  said,
  shown,
  state,
  test,
  toNext,
  tree,
  zipf,
} from './trees.ts';

test.use(STILL);

/** Whether what has the focus can be seen to have it: an outline, a shadow or another border than without it. */
async function focusIsSeen(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement || activeElement instanceof SVGElement)) return 'nothing';
    if (activeElement === document.body) return 'the page';
    const name =
      activeElement.getAttribute('aria-label') ??
      ((activeElement.textContent ?? '').trim().slice(0, 40) || activeElement.tagName);
    const look = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, stroke, strokeWidth, backgroundColor } =
        getComputedStyle(element);
      const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth}`;
      return [outline, boxShadow, borderColor, stroke, strokeWidth, backgroundColor].join('|');
    };
    // A radio lies over its label, a node's ring is a part of it.
    const parts = (): Element[] => [
      activeElement,
      ...[...activeElement.querySelectorAll('*')].slice(0, 8),
      ...(activeElement.nextElementSibling ? [activeElement.nextElementSibling] : []),
      ...(activeElement.parentElement ? [activeElement.parentElement] : []),
    ];
    const watched = parts();
    const focused = watched.map(look);
    activeElement.blur();
    const without = watched.map(look);
    activeElement.focus();
    return focused.some((one, i) => one !== without[i]) ? null : name;
  });
}

async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const { activeElement } = document;
      const own = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
      return own || (activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent || '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`Tab does not reach ${name} within ${most} presses.`);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('the trees by keyboard alone', async ({ page }) => {
  await open(page, { stops: EARLY_STOP, atMs: 2500 });

  await test.step('the workspace opens from its tab', async () => {
    await tabTo(page, /^Trees$/);
    expect(await focusIsSeen(page)).toBeNull();
    await press(page, 'Enter');
    await expect(region(page, 'Tree').getByRole('tree')).toBeVisible();
    await atRest(page, { operation: 0, step: 0 });
  });

  await test.step('play, pause, steps, operations, ends', async () => {
    await press(page, 'Space');
    await expect(button(page, 'Pause')).toBeVisible();
    await press(page, 'Space');
    await atRest(page);
    const on = async (key: string) => toNext(page, () => press(page, key));
    await on('Shift+ArrowRight');
    expect(await on('ArrowRight')).toMatchObject({ operation: 1, step: 1 });
    expect((await on('ArrowLeft')).operation).toBe(0);
    await on('End');
    expect(await on('Home')).toMatchObject({ operation: 0, step: 0 });
  });

  await test.step('operations are typed, run and left', async () => {
    await press(page, '/');
    await expect(input(page)).toBeFocused();
    await page.keyboard.type('insert 55; 0 1');
    await press(page, 'Enter');
    await expect(nodeOf(page, 55)).toHaveCount(1);
    await press(page, 'Escape');
    await expect(input(page)).not.toBeFocused();
    await press(page, 'Space');
    await atRest(page);
    expect((await state(page)).typed).toBe(3);
  });

  await test.step('levels of the code by their digits', async () => {
    for (const [digit, name] of [
      ['0', 'cases'],
      ['2', 'every assignment'],
      ['1', 'steps'],
    ] as const) {
      await press(page, digit);
      await expect(region(page, 'Rule').getByRole('radio', { name })).toBeChecked();
    }
  });

  await test.step('the lab panel opens, takes the focus and gives it back', async () => {
    await page.getByRole('link', { name: 'Trees' }).focus();
    await tabTo(page, /^Zipf/);
    const opener = page.locator(':focus');
    const words = await opener.textContent();
    await press(page, 'Enter');
    const lab = page.getByRole('dialog', { name: 'Lab' });
    await expect(lab).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    // The page's keys rest meanwhile.
    const before = await shown(page);
    await press(page, 'End');
    expect(await shown(page)).toEqual(before);
    await press(page, 'Escape');
    await expect(lab).toBeHidden();
    await expect(page.locator(':focus')).toHaveText(words ?? '');
    for (const [name, title] of [
      ['Shape', 'Load a shape or a list of keys'],
      ['Export', 'Export'],
      ['Share', 'Share this lab'],
      ['Help', 'How to read and drive the trees'],
    ] as const) {
      await button(page, name).focus();
      await press(page, 'Enter');
      await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      await press(page, 'Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(button(page, name)).toBeFocused();
    }
  });

  await test.step('from node to node, and what can be done with one', async () => {
    await page.getByRole('tree').locator('[tabindex="0"]').focus();
    await press(page, 'Home');
    const root = await page.locator(':focus').getAttribute('aria-label');
    expect(root).toMatch(/depth 0/);
    expect(await focusIsSeen(page)).toBeNull();
    await press(page, 'ArrowDown');
    expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(/depth 1/);
    await press(page, 'Enter');
    const menu = page.getByRole('menu');
    await expect(menu.getByRole('menuitem').first()).toBeFocused();
    await press(page, 'ArrowDown', 'ArrowDown');
    await expect(menu.getByRole('menuitem', { name: /^Delete/ })).toBeFocused();
    await press(page, 'ArrowUp', 'Enter');
    await expect(menu).toBeHidden();
    await page.waitForFunction(() => window.__migrascope.trees?.getState().spec?.typed.length === 4);
    await page.evaluate(() => window.__migrascope.trees?.getState().actions.pause());
    await atRest(page);
    expect((await shown(page)).command).toMatchObject({ operation: 'find', typed: true });
  });

  await test.step('Esc leaves the innermost thing first', async () => {
    await press(page, 'Escape');
    await tabTo(page, /^Before each decision$/);
    await press(page, 'Enter');
    expect((await state(page)).predict).toBe('every');
    await press(page, 'p');
    await expect(button(page, 'Leave')).toBeVisible();
    await press(page, 'Escape');
    expect((await state(page)).predict).toBe('off');
    await expect(button(page, 'Leave')).toBeVisible();
    await press(page, 'Escape');
    await expect(button(page, 'Leave')).toBeHidden();
  });

  await test.step('and back to the other workspace', async () => {
    await page.getByRole('link', { name: 'Failover' }).focus();
    await press(page, 'Enter');
    await failoverAtRest(page, 2500);
  });
});

test('questions are answered without a mouse', async ({ page }) => {
  await openTrees(page, { spec: { tree: tree('splay'), stream: zipf(100) } });
  const predict = region(page, 'Predict');
  await tabTo(page, /^A set of questions…$/);
  await press(page, 'Enter');
  await expect(predict.getByRole('heading', { name: 'A set of questions' })).toBeVisible();
  await tabTo(page, /^Start$/);
  await press(page, 'Enter');
  await expect(predict).toContainText('question 1 of 10');
  for (let i = 0; i < 10; i += 1) {
    await expect(predict).toContainText(`question ${i + 1} of 10`);
    await atRest(page);
    await press(page, String(1 + (i % 2)));
    await expect(predict).toContainText(/Right\.|Wrong, it is/);
    await press(page, i % 2 ? 'Enter' : 'Space');
  }
  await expect(predict.getByRole('heading', { name: /^Score: \d+ of 10$/ })).toBeVisible();
  await press(page, 'Escape');
  await expect(predict.getByRole('button', { name: 'Before each decision' })).toBeVisible();
});

test('whatever has the focus shows it, all round the page', async ({ page }) => {
  await openTrees(page, { spec: { stream: zipf(50) } });
  // A border that changes its colour slowly has not changed yet when it is looked at.
  await page.addStyleTag({ content: '* { transition: none !important; }' });
  const unseen: string[] = [];
  const names = new Set<string>();
  for (let i = 0; i < 70; i += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === document.body) return null;
      return `${activeElement?.tagName} ${activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.slice(0, 30)}`;
    });
    if (name === null) break;
    if (names.has(name)) continue;
    names.add(name);
    const unnoticed = await focusIsSeen(page);
    if (unnoticed !== null) unseen.push(unnoticed);
    // In the viewport, not scrolled away.
    const inside = await page.locator(':focus').evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
    expect.soft(inside, name).toBe(true);
  }
  expect(unseen).toEqual([]);
  expect(names.size).toBeGreaterThan(25);
  await drawn(page);
  expect(await said(page)).toContain('First comes');
});

test('a clicker drives the steps in present mode', async ({ page }) => {
  await openTrees(page, { spec: { tree: tree('splay'), stream: zipf(50) } });
  await press(page, 'p');
  await expect(button(page, 'Leave')).toBeVisible();
  for (const step of [1, 2, 3]) {
    await toNext(page, () => press(page, 'PageDown'));
    expect(await shown(page)).toMatchObject({ operation: 0, step });
  }
  await toNext(page, () => press(page, 'PageUp'));
  expect(await shown(page)).toMatchObject({ operation: 0, step: 2 });
  await press(page, 'Escape');
  await expect(button(page, 'Leave')).toBeHidden();
});
