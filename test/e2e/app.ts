/**
 * What the browser tests share. They drive the page as people do, by role and name; the store behind it is only read,
 * to wait for states instead of for time.
 */
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { defaultRun, defaultScenario } from '../../src/engine/simulation/default-scenario.ts';
import type { Run } from '../../src/engine/simulation/scenario.ts';
import type {} from '../../src/main.tsx';
import { SCALAR } from '../../src/protocol/frame.ts';
import { encodeLink } from '../../src/protocol/link.ts';

export { expect };

export const test = base.extend<{ complaints: string[] }>({
  /** Whatever the console and the pages say that nobody wants to read; every test ends with none. */
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      listen(context, complaints);
      await use(complaints);
      expect(complaints, 'console and page errors').toEqual([]);
    },
    { auto: true },
  ],
});

/** The test tool's own word where a test does without what was held for offline use. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

function listen(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.text() === BLOCKED) return;
    if (['error', 'warning', 'assert'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
}

/** Somebody else's browser: no history, no storage, no cache. */
export async function stranger(browser: Browser, complaints: string[]): Promise<Page> {
  const context = await browser.newContext();
  listen(context, complaints);
  return context.newPage();
}

interface LinkParts {
  scenario?: Partial<Run['scenario']>;
  stops?: { node: number; atMs: number }[];
  /** moment; without it the run plays from its start */
  atMs?: number;
}

/** The hash of a place, as the page writes it. */
export function link({ scenario = {}, stops = [], atMs }: LinkParts): string {
  const run: Run = {
    scenario: { ...defaultScenario, ...scenario },
    commands: stops.map(({ node, atMs: at }) => ({ atMs: at, command: { kind: 'stop-node', node } })),
  };
  const atUs = atMs === undefined ? null : Math.round(atMs * 1000);
  return encodeLink({ workspace: 'failover', run, atUs }, defaultRun);
}

/** Stop of node 1 at 1 s: x0 moves from 1.13 s to 4.28 s, x1 after it. */
export const EARLY_STOP = [{ node: 1, atMs: 1000 }];

/** Opens the page at a place; a link with a moment is waited for until that moment is on screen. */
export async function open(page: Page, parts: LinkParts | string = ''): Promise<void> {
  const hash = typeof parts === 'string' ? parts : link(parts);
  await page.goto(`./${hash}`);
  await page.waitForFunction(() => {
    const { status, frame, activeKey } = window.__migrascope.store.getState();
    return status === 'ready' && frame !== null && frame.runKey === activeKey;
  });
  if (typeof parts !== 'string' && parts.atMs !== undefined) await atRest(page, parts.atMs);
}

/** Opens a run that is stopped at 1 s and plays it, at its true speed, until so many pages have arrived. */
export async function playInto(page: Page, arrived: number): Promise<void> {
  await open(page, { stops: EARLY_STOP });
  await setSpeed(page, '1 ×');
  await reaches(page, 'pagesArrived', arrived);
}

/** Waits until the page is paused, shows the moment it is asked for (`atMs`, if given), and has drawn it. */
export async function atRest(page: Page, atMs?: number): Promise<void> {
  await page.waitForFunction(
    ({ wantedUs, time }) => {
      const { playback, frame, atUs, activeKey } = window.__migrascope.store.getState();
      const shownUs = frame?.scalars[time];
      if (playback.playing || shownUs !== atUs || frame?.runKey !== activeKey) return false;
      return wantedUs === null || atUs === wantedUs;
    },
    { wantedUs: atMs === undefined ? null : Math.round(atMs * 1000), time: SCALAR.timeUs },
  );
  await drawn(page);
}

/** Two animation frames: what was set before is painted after. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/** The moment on screen, in ms. */
export function shownMs(page: Page): Promise<number> {
  return page.evaluate(
    (time) => (window.__migrascope.store.getState().frame?.scalars[time] ?? Number.NaN) / 1000,
    SCALAR.timeUs,
  );
}

/** Waits until a number of the frame on screen has reached a value. */
export async function reaches(page: Page, name: keyof typeof SCALAR, least: number): Promise<void> {
  await page.waitForFunction(
    ({ index, value }) => (window.__migrascope.store.getState().frame?.scalars[index] ?? -1) >= value,
    { index: SCALAR[name], value: least },
  );
}

export const sentence = (page: Page) => page.getByRole('heading', { level: 1 });

/** The sentence as one reads it: spaces that do not break are spaces. */
export async function said(page: Page): Promise<string> {
  return ((await sentence(page).textContent()) ?? '').replace(/\s+/g, ' ');
}

/** Writes down every sentence from now on, since one that stands for a second is easily missed by looking now and then. */
export async function listenToSentence(page: Page): Promise<() => Promise<string[]>> {
  await sentence(page).evaluate((heading) => {
    const told: string[] = [];
    const note = () => {
      const text = (heading.textContent ?? '').replace(/\s+/g, ' ');
      if (told.at(-1) !== text) told.push(text);
    };
    note();
    new MutationObserver(note).observe(heading, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { told });
  });
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told);
}

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const region = (page: Page, name: string | RegExp) =>
  page.getByRole('region', { name, exact: typeof name === 'string' });
export const lane = (page: Page, name: string) =>
  region(page, 'Timeline').getByRole('group', { name, exact: true });
export const node = (page: Page, number: number) => page.getByRole('article', { name: `node ${number}` });
export const slider = (page: Page) => page.getByRole('slider', { name: 'Time', exact: true });

export async function setSpeed(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label });
}

/** The body rows of the table "Rounds", cell by cell. */
export async function roundRows(page: Page): Promise<string[][]> {
  const rows = region(page, 'Timeline').getByRole('table', { name: 'Rounds' }).locator('tbody tr');
  return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

/** "63,627" → 63627, "53.1 ms" → 53.1 */
export function numberIn(text: string): number {
  return Number(/[\d,.]*\d/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN);
}
