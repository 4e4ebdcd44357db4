/** What the browser tests of the Migration workspace share; like app.ts they only read the store, to wait for states. */
import type { Page } from '@playwright/test';
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import { encodeMoveLink, type MovePlace } from '../../src/protocol/migration/link.ts';
import type { MoveLab } from '../../src/protocol/migration/model.ts';
import { drawn } from './app.ts';

export { button, expect, region, test } from './app.ts';

/** The hash of a place, as the page writes it; the default migration where nothing else is said. */
function moveLink(place: Partial<MovePlace> = {}): string {
  return encodeMoveLink({ lab: defaultMove, atMs: null, view: 'run', ...place }, defaultMove);
}

/** Opens the workspace at a place and waits until it is on screen. */
export async function openMigration(page: Page, place: Partial<MovePlace> = {}): Promise<void> {
  await page.goto(`./${moveLink(place)}`);
  await atRest(page, place.atMs ?? 0);
}

/** Waits until nothing plays or is made ready, and the moment asked for (`ms`, if given) is drawn. */
export async function atRest(page: Page, ms: number | null = null): Promise<void> {
  await page.waitForFunction((wanted) => {
    const state = window.__migrascope.migration?.getState();
    if (state?.status !== 'ready' || state.playing || state.opening !== null) return false;
    const { moment, opened, atMs } = state;
    if (moment === null || moment.moveKey !== opened?.moveKey || moment.atMs !== atMs) return false;
    return wanted === null || Math.abs(atMs - wanted) < 0.001;
  }, ms);
  await drawn(page);
}

/** The lab on screen, and how each side ends. */
export function onScreen(page: Page): Promise<{
  lab: MoveLab;
  atMs: number;
  endMs: number;
  outcomes: string[];
  downtimesMs: number[];
}> {
  return page.evaluate(() => {
    const state = window.__migrascope.migration?.getState();
    if (!state?.lab || !state.opened) throw new Error('Nothing is on screen yet.');
    return {
      lab: state.lab,
      atMs: state.atMs,
      endMs: state.endMs,
      outcomes: state.opened.sides.map(({ result }) => result.outcome),
      downtimesMs: state.opened.sides.map(({ result }) => result.downtimeMs),
    };
  });
}

/** Drops a file onto the workspace, as a hand does. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], file ?? ''));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent('section[aria-label="Faults"]', 'dragover', { dataTransfer: files });
  await page.dispatchEvent('section[aria-label="Faults"]', 'drop', { dataTransfer: files });
}
