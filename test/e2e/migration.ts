/** What the browser tests of the Migration workspace share; like app.ts they only read the store, to wait for states. */
import type { Page } from '@playwright/test';
import { defaultMove, readyMoves } from '../../src/engine/experiments/moves.ts';
import { encodeMoveLink, type MovePlace } from '../../src/protocol/migration/link.ts';
import type {
  MoveLab,
  SoloLink,
  SoloSpec,
  SoloStrategy,
  SoloWorkload,
} from '../../src/protocol/migration/model.ts';
import { MOVE } from '../../src/protocol/migration/moment.ts';
import { drawn, region } from './app.ts';

export { button, drawn, expect, region, stranger, test } from './app.ts';

/** A moment in the middle of round 1 of the default migration, for both sides. */
export const MID_ROUND_MS = 1200;

/** A person who cannot wait: moves take no time, so that a picture is at rest when it is drawn. */
export const STILL = { contextOptions: { reducedMotion: 'reduce' as const } };

/** The hash of a place, as the page writes it; the default migration where nothing else is said. */
export function moveLink(place: Partial<MovePlace> = {}): string {
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

/** The default migration with another VM, workload, link or strategy. */
export function labWith({ vm, workload, link, strategy, against, ...rest }: Changes): MoveLab {
  const { spec } = defaultMove;
  return {
    spec: {
      ...spec,
      ...rest,
      vm: { ...spec.vm, ...vm, workload: { ...spec.vm.workload, ...workload } },
      link: { ...spec.link, ...link },
      strategy: { ...spec.strategy, ...strategy },
    },
    against: against === undefined ? defaultMove.against : against,
  };
}

interface Changes extends Partial<Pick<SoloSpec, 'seed' | 'faults' | 'giveUpAfterMs'>> {
  vm?: Partial<Omit<SoloSpec['vm'], 'workload'>>;
  workload?: Partial<SoloWorkload>;
  link?: Partial<SoloLink>;
  strategy?: Partial<SoloStrategy>;
  against?: SoloStrategy | null;
}

/** A ready-made migration, as the setup offers it. */
export function ready(kind: string): MoveLab {
  const found = readyMoves.find((move) => move.kind === kind);
  if (found === undefined) throw new Error(`There is no ready-made migration "${kind}".`);
  return found.lab;
}

/** The moment on screen in one number a side: the state of every page, all counts and all values. */
export function fingerprint(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const moment = window.__migrascope.migration?.getState().moment;
    if (!moment) throw new Error('There is no moment yet.');
    return moment.sides.map(({ states, counts, values }) => {
      let hash = 0x811c9dc5;
      const bytes = [states, counts, values].map((array) => new Uint8Array(array.slice().buffer));
      for (const array of bytes) for (const byte of array) hash = Math.imul(hash ^ byte, 0x01000193);
      return hash >>> 0;
    });
  });
}

/** A number of each side at the moment on screen. */
export function valuesOf(page: Page, name: keyof typeof MOVE): Promise<number[]> {
  return page.evaluate(
    (column) =>
      window.__migrascope.migration?.getState().moment?.sides.map(({ values }) => values[column] ?? 0) ?? [],
    MOVE[name],
  );
}

/** Goes to a moment and waits until it is drawn. */
export async function seek(page: Page, ms: number): Promise<void> {
  await page.evaluate((to) => window.__migrascope.migration?.getState().actions.seek(to), ms);
  await atRest(page, ms);
}

/** Waits until the workload behind the answer to "Will it converge?" has been watched. */
export async function judged(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const analysis = window.__migrascope.migration?.getState().analysis;
    return analysis?.busy === false && analysis.result !== null;
  });
  await drawn(page);
}

/** All that is written or read out, whether it can be seen or not. */
export function told(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    const names = ['aria-label', 'aria-valuetext', 'aria-valuenow', 'aria-valuemax', 'title', 'alt'];
    const walk = (element: Element) => {
      if (element.matches('script, style, option')) return;
      for (const name of names) {
        const value = element.getAttribute(name);
        if (value) said.push(value);
      }
      const own = [...element.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
      const text = own.map((child) => child.textContent ?? '').join('');
      if (text.trim() !== '') said.push(text.replace(/\s+/g, ' ').trim());
      for (const child of element.children) walk(child);
    };
    walk(document.body);
    return said;
  });
}

/** Each side's sentence as one reads it. */
export function sentences(page: Page): Promise<string[]> {
  return region(page, 'What is happening')
    .getByRole('heading', { level: 1 })
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ')));
}

export const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ });
export const strategy = (page: Page, side: 'A' | 'B') =>
  page.getByRole('combobox', { name: `Strategy of side ${side}` });
export const slider = (page: Page) => page.getByRole('slider', { name: 'Time', exact: true });
export const fault = (page: Page, name: string) =>
  region(page, 'Faults').getByRole('button', { name, exact: true });
/** All of one side: hosts, link, pages. */
export const side = (page: Page, name: 'A' | 'B') => region(page, new RegExp(`^Side ${name}:`));

/** The keys the page knows belong to a field that has the focus; this gives them back to the page. */
export async function setSpeed(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** Does something that leads to another lab, and waits until that is on screen. */
export async function toNextLab(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => window.__migrascope.migration?.getState().opened?.moveKey);
  await act();
  await page.waitForFunction(
    (key) => window.__migrascope.migration?.getState().opened?.moveKey !== key,
    before,
  );
  await atRest(page);
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
  await page.waitForSelector('html[data-intake]', { state: 'attached' });
  await page.dispatchEvent('section[aria-label="Faults"]', 'drop', { dataTransfer: files });
}
