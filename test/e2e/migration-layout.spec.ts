/** Nothing lies over anything or is cut off, at three sizes, in every view, with the fullest and the longest there is. */
import type { Locator, Page } from '@playwright/test';
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import type { MoveLab } from '../../src/protocol/migration/model.ts';
import { clipped, overlapping, SIZES, scroll, smallTexts } from './measure.ts';
import {
  atRest,
  button,
  expect,
  judged,
  labWith,
  MID_ROUND_MS,
  moveLink,
  openMigration,
  ready,
  region,
  STILL,
  side,
  slider,
  test,
} from './migration.ts';

test.use(STILL);

/** Two long names, a link that was broken twice, a source that dies later: all there is on stage and axis. */
const CROWDED: MoveLab = {
  ...ready('working-set'),
  ...labWith({
    strategy: { ...ready('working-set').spec.strategy, autoConverge: true },
    workload: { writesPerSecond: 60_000 },
    link: {
      competingShare: 0.3,
      outages: [
        { fromMs: 300, toMs: 500 },
        { fromMs: 560, toMs: 600 },
      ],
    },
    faults: { sourceDiesAtMs: 2900, destinationDiesAtMs: null },
  }),
};

const REGIONS = ['What is happening', 'Faults', 'Memory', 'Figures', 'Time line'] as const;

/** Parts that stand beside each other, group by group. */
async function overlaps(page: Page, sides: number): Promise<string[]> {
  const parts: [string, Locator][] = [
    ['header', page.getByRole('banner')],
    ...REGIONS.map((name): [string, Locator] => [name, region(page, name)]),
  ];
  const names = (['A', 'B'] as const).slice(0, sides);
  const stage: [string, Locator][] = [
    ...names.map((name): [string, Locator] => [`side ${name}`, side(page, name)]),
    ['zoom', page.getByRole('group', { name: 'Size of the page grids' })],
  ];
  const inSides = names.map((name): [string, Locator][] => [
    [`title ${name}`, side(page, name).getByRole('heading')],
    [`grid ${name}`, side(page, name).getByRole('application')],
    [`legend ${name}`, side(page, name).locator('[aria-label^="Pages by state"]')],
  ]);
  const foot: [string, Locator][] = [
    ['strip', slider(page)],
    ['playback', page.getByRole('group', { name: 'Playback' })],
    ['part', page.getByRole('group', { name: 'Part of the axis' })],
    ['table', button(page, 'Table')],
  ];
  const cards = await region(page, 'Figures').locator(':scope > *').all();
  const figures = cards.map((card, i): [string, Locator] => [`card ${i}`, card]);
  return (await Promise.all([parts, stage, ...inSides, foot, figures].map(overlapping))).flat();
}

/** Texts that reach out of the region they belong to, unless that scrolls. */
function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** what hides or scrolls what does not fit keeps it from sticking out */
    const holds = new Map<Element, boolean>();
    const isHeld = (inner: Element, outer: Element): boolean => {
      for (let at = inner.parentElement; at !== null && at !== outer.parentElement; at = at.parentElement) {
        let held = holds.get(at);
        if (held === undefined) {
          const { overflowX, overflowY } = getComputedStyle(at);
          held = overflowX !== 'visible' || overflowY !== 'visible';
          holds.set(at, held);
        }
        if (held) return true;
      }
      return false;
    };
    const found: string[] = [];
    for (const outer of document.querySelectorAll<HTMLElement>('main section[aria-label], main fieldset')) {
      const { left, right, top, bottom } = outer.getBoundingClientRect();
      if (right - left < 2) continue;
      for (const inner of outer.querySelectorAll('h1, h2, h3, p, button, select, input, td, dd')) {
        const box = inner.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) continue;
        const inside =
          box.left >= left - 1 && box.right <= right + 1 && box.top >= top - 1 && box.bottom <= bottom + 1;
        if (inside || !inner.checkVisibility() || isHeld(inner, outer)) continue;
        if (inner.closest('[popover], [class*=labels], [role=tooltip]') !== null) continue;
        found.push(`${outer.ariaLabel ?? outer.tagName}: ${(inner.textContent ?? '').trim().slice(0, 40)}`);
      }
    }
    return found;
  });
}

/** Names of strategies are shortened where room is short: the header's choice has them in full, as its title has. */
async function cutOff(page: Page): Promise<string[]> {
  return (await clipped(page)).filter((text) => !/^_title_|^: .* · /.test(text));
}

/** Texts that go on below a box that hides what does not fit. */
function cutBelow(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *')]
      .filter((one) => /hidden|clip/.test(getComputedStyle(one).overflowY) && one.checkVisibility())
      .filter((one) => one.clientHeight > 2 && one.clientWidth > 2 && one.scrollHeight > one.clientHeight + 2)
      .filter((one) => (one.textContent ?? '').trim() !== '' && one.closest('[aria-hidden=true]') === null)
      .map((one) => `${one.className}: ${(one.textContent ?? '').trim().slice(0, 60)}`),
  );
}

/** Words on stage whose end lies under something else. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const part of document.querySelectorAll<HTMLElement>('[aria-label="Memory"] *')) {
      const range = document.createRange();
      for (const text of part.childNodes) {
        if (text.nodeType !== Node.TEXT_NODE || !text.textContent?.trim() || !part.checkVisibility())
          continue;
        range.selectNodeContents(text);
        const { right, top, height, width } = range.getBoundingClientRect();
        const box = part.getBoundingClientRect();
        // What is shortened ends with its box; it is looked for elsewhere.
        const end = Math.min(right, /hidden/.test(getComputedStyle(part).overflowX) ? box.right : right);
        if (width < 2 || box.width < 2 || top < 0 || top + height > innerHeight) continue;
        const there = document.elementFromPoint(end - 2, top + height / 2);
        if (there !== null && !there.contains(part) && !part.contains(there))
          found.push(`${text.textContent.trim()} under ${there.className || there.tagName}`);
      }
    }
    return found;
  });
}

async function readable(
  page: Page,
  when: string,
  viewport: { width: number; height: number },
): Promise<void> {
  const { across } = await scroll(page);
  expect.soft(across, `sideways ${when}`).toBe(0);
  expect.soft(await stickingOut(page), when).toEqual([]);
  expect.soft(await cutOff(page), when).toEqual([]);
  expect.soft(await cutBelow(page), `${when}, below`).toEqual([]);
  expect.soft(await covered(page), `${when}, covered`).toEqual([]);
  expect.soft(await smallTexts(page, 12), when).toEqual([]);
  if (viewport.width < 900) return;
  const { down } = await scroll(page);
  expect.soft(down, `downwards ${when}`).toBe(0);
}

for (const viewport of SIZES)
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test('a run, from its beginning to its end', async ({ page }) => {
      const places: readonly (readonly [string, MoveLab, number])[] = [
        ['in round 1', defaultMove, MID_ROUND_MS],
        ['at the end', defaultMove, 99_999],
        ['where all is crowded', CROWDED, 620],
        ['with a VM that is lost', ready('destination-dies'), 99_999],
        ['where it never converges, A alone', { ...ready('never-converges'), against: null }, 12_000],
      ];
      for (const [when, lab, atMs] of places) {
        await page.goto('about:blank');
        await page.goto(`./${moveLink({ lab, atMs })}`);
        await atRest(page);
        await judged(page);
        await readable(page, when, viewport);
        expect.soft(await overlaps(page, lab.against === null ? 1 : 2), when).toEqual([]);
      }
    });

    test('all strategies, the workload, and the rounds as a table', async ({ page }) => {
      await openMigration(page, { view: 'all' });
      await page.waitForFunction(() => {
        const { compare, catalogue } = window.__migrascope.migration?.getState() ?? {};
        return compare?.busy === false && compare.result?.length === catalogue?.comparison.length;
      });
      await readable(page, 'all strategies', { ...viewport, width: Math.min(viewport.width, 899) });
      await openMigration(page, { view: 'workload' });
      await judged(page);
      await readable(page, 'workload', { ...viewport, width: Math.min(viewport.width, 899) });
      await openMigration(page, { lab: ready('never-converges'), atMs: 8000 });
      await button(page, 'Table').click();
      await readable(page, 'rounds as a table', viewport);
    });

    test('panels have room for what stands in them', async ({ page }) => {
      await openMigration(page, { lab: CROWDED, atMs: 620 });
      if (viewport.width < 700) await button(page, 'Menu').click();
      for (const name of ['Setup', 'Share', 'Help'] as const) {
        await button(page, name).click();
        const dialog = page.getByRole('dialog');
        await expect(dialog).toBeVisible();
        if (name === 'Setup') {
          const closed = dialog.locator('h3 > button[aria-expanded=false]');
          while ((await closed.count()) > 0) await closed.first().click();
        }
        const box = await dialog.boundingBox();
        expect.soft(box?.x ?? -1, name).toBeGreaterThanOrEqual(0);
        expect.soft((box?.x ?? 0) + (box?.width ?? 9999), name).toBeLessThanOrEqual(viewport.width + 1);
        const sideways = await dialog.evaluate((all) =>
          [all, ...all.querySelectorAll('*')]
            .filter((one) => getComputedStyle(one).overflowX !== 'visible' && one.tagName !== 'TEXTAREA')
            .filter(
              (one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 2 && one.textContent !== '',
            )
            .map((one) => `${one.tagName} ${(one.textContent ?? '').trim().slice(0, 50)}`),
        );
        expect.soft(sideways, name).toEqual([]);
        expect.soft(await smallTexts(page, 12), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      }
    });
  });
