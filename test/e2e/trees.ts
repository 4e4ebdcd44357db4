/** What the browser tests of the Trees workspace share; like app.ts they only read the store, to wait for states. */
import type { Locator, Page } from '@playwright/test';
import { defaultLab, type LabSpec } from '../../src/engine/lab/spec.ts';
import { type Asked, decodeTreesLink, encodeTreesLink } from '../../src/protocol/trees/link.ts';
import { drawn, region } from './app.ts';

export { button, drawn, expect, region, said, sentence, stranger, test } from './app.ts';

interface Place {
  spec?: Partial<LabSpec>;
  at?: { operation: number; step: number };
  asked?: Asked;
}

/** The hash of a place, as the page writes it. */
export function treesLink({ spec = {}, at, asked }: Place): string {
  return encodeTreesLink(
    { spec: { ...defaultLab, ...spec }, at: at ?? null, asked: asked ?? null },
    defaultLab,
  );
}

export const tree = (kind: string, parameters: LabSpec['tree']['parameters'] = {}) => ({ kind, parameters });

export const zipf = (length: number) => ({ ...defaultLab.stream, length });

/** Nothing but what is typed. */
export const NO_STREAM: LabSpec['stream'] = { kind: 'list', parameters: {}, length: 0, keys: 1, list: [] };

/** Just these keys, one access each. */
export const list = (...keys: number[]): LabSpec['stream'] => ({
  ...NO_STREAM,
  length: keys.length,
  list: keys,
});

/** Opens the workspace at a place and waits until it is on screen. */
export async function openTrees(page: Page, place: Place | string = {}): Promise<void> {
  const hash = typeof place === 'string' ? place : treesLink(place);
  await page.goto(`./${hash}`);
  const wanted = decodeTreesLink(hash, defaultLab);
  if (!('problem' in wanted) && wanted.asked?.mode === 'build') return exerciseShown(page);
  await labShown(page, 'problem' in wanted ? defaultLab : wanted.spec);
  if (typeof place !== 'string' && place.at !== undefined) await atRest(page, place.at);
}

/** An exercise soon has a lab of its own. */
async function exerciseShown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const now = window.__migrascope.trees?.getState();
    const start = now?.predict.exercise?.start;
    return start !== undefined && now?.spec?.start === start && now.moment?.labKey === now.lab?.labKey;
  });
  await drawn(page);
}

/** Waits until a lab is on screen. */
async function labShown(page: Page, spec: LabSpec): Promise<void> {
  await page.waitForFunction((wanted) => {
    const state = window.__migrascope.trees?.getState();
    return (
      state?.status === 'ready' &&
      state.opening === null &&
      JSON.stringify(state.spec) === wanted &&
      state.moment?.labKey === state.lab?.labKey
    );
  }, JSON.stringify(spec));
  await drawn(page);
}

/** Waits until nothing plays, the picture is that of the position asked for (`at`, if given), and it is drawn. */
export async function atRest(page: Page, at?: { operation: number; step: number }): Promise<void> {
  await page.waitForFunction((wanted) => {
    const state = window.__migrascope.trees?.getState();
    if (!state || state.playing || state.opening !== null || state.status !== 'ready') return false;
    const { moment, position, lab } = state;
    if (moment === null || moment.labKey !== lab?.labKey) return false;
    if (moment.operation !== position.operation || moment.step !== position.step) return false;
    return wanted === null || (moment.operation === wanted.operation && moment.step === wanted.step);
  }, at ?? null);
  await drawn(page);
}

export interface Shown {
  operation: number;
  step: number;
  steps: number;
  operations: number;
  size: number;
  height: number;
  whole: boolean;
  rows: number;
  kind: string | null;
  tag: string | null;
  line: number;
  next: string | null;
  command: { operation: string; key: number; typed: boolean } | null;
}

/** The moment on screen, in what can be carried out of the page. */
export function shown(page: Page): Promise<Shown> {
  return page.evaluate(() => {
    const moment = window.__migrascope.trees?.getState().moment;
    if (!moment) throw new Error('There is no moment yet.');
    const { operation, step, steps, operations, size, height, whole, nodes, current, next, command } = moment;
    return {
      operation,
      step,
      steps,
      operations,
      size,
      height,
      whole,
      rows: nodes.length / 7,
      kind: current?.kind ?? null,
      tag: current?.tag ?? null,
      line: current?.line ?? -1,
      next,
      command,
    };
  });
}

/** Does something that leads to another moment, and waits until that is drawn. */
export async function toNext(page: Page, act: () => Promise<unknown>): Promise<Shown> {
  const { operation, step } = await shown(page);
  await act();
  await page.waitForFunction(
    (before) => {
      const moment = window.__migrascope.trees?.getState().moment;
      return moment && (moment.operation !== before.operation || moment.step !== before.step);
    },
    { operation, step },
  );
  await atRest(page);
  return shown(page);
}

export const stepOn = (page: Page) => toNext(page, () => page.keyboard.press('ArrowRight'));
export const stepBack = (page: Page) => toNext(page, () => page.keyboard.press('ArrowLeft'));

/** Steps on until a decision has been made, with no question asked about it. */
export async function toDecision(page: Page): Promise<void> {
  for (;;) if ((await stepOn(page)).kind === 'decide') return;
}

/** Switches the questions before each decision on and goes on to the next one. */
export async function toQuestion(page: Page): Promise<void> {
  const predict = region(page, 'Predict');
  await predict.getByRole('button', { name: 'Before each decision' }).click();
  while ((await shown(page)).next !== 'decide') await stepOn(page);
  await predict.getByRole('group', { name: 'Your answer' }).waitFor();
  await atRest(page);
}

/** The tree on screen as bracket text. */
export function brackets(page: Page): Promise<string> {
  return page.evaluate(() => window.__migrascope.trees?.getState().actions.exportText('brackets') ?? '');
}

export interface NodePlace {
  x: number;
  y: number;
}

/** Where each key's node is drawn, px in the picture. */
export function places(page: Page): Promise<Record<string, NodePlace>> {
  return region(page, 'Tree')
    .locator('[role=treeitem]')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((one) => {
          const [x = 0, y = 0] = (one.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
          return [(one as SVGElement).dataset.key, { x, y }];
        }),
      ),
    );
}

/** Writes down every place nodes are drawn at from now on, frame by frame. */
export async function watchPlaces(page: Page): Promise<() => Promise<Record<string, NodePlace[]>>> {
  await page.evaluate(() => {
    const seen: Record<string, { x: number; y: number }[]> = {};
    Object.assign(window, { seenPlaces: seen });
    const look = () => {
      for (const one of document.querySelectorAll<SVGElement>('[role=treeitem]')) {
        const [x = 0, y = 0] = (one.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
        const key = one.dataset.key ?? '';
        const all = seen[key] ?? [];
        seen[key] = all;
        const last = all.at(-1);
        if (last?.x !== x || last.y !== y) all.push({ x, y });
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () =>
    page.evaluate(
      () => (window as unknown as { seenPlaces: Record<string, { x: number; y: number }[]> }).seenPlaces,
    );
}

/** A key's node in the picture. */
export const nodeOf = (page: Page, key: number): Locator =>
  page.getByRole('treeitem', { name: new RegExp(`^key ${key},`) });

export const input = (page: Page) => page.getByRole('textbox', { name: 'Type operations' });
/** What was refused, wherever it is told in the bar. */
export const refusal = (page: Page) =>
  region(page, 'Operations').getByRole('alert').filter({ hasText: /\S/ });

/** Types operations and runs them. */
export async function type(page: Page, text: string): Promise<void> {
  await input(page).fill(text);
  await input(page).press('Enter');
}

/** The keys the page knows belong to a field that has the focus; this gives them back to the page. */
export async function leaveField(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

export async function setSpeed(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption({ label });
  await leaveField(page);
}

export interface StateFacts {
  playing: boolean;
  typed: number;
  position: { operation: number; step: number };
  panel: string;
  predict: string;
  question: {
    kind: string;
    options: (string | number)[];
    operation: number;
    step: number;
    key: number;
  } | null;
  notice: string | null;
}

export function state(page: Page): Promise<StateFacts> {
  return page.evaluate(() => {
    const now = window.__migrascope.trees?.getState();
    if (!now) throw new Error('The workspace has no store yet.');
    const { playing, spec, position, panel, predict, notice } = now;
    const { question } = predict;
    return {
      playing,
      typed: spec?.typed.length ?? 0,
      position: { ...position },
      panel,
      predict: predict.mode,
      question: question && {
        kind: question.kind,
        options: [...question.options],
        operation: question.operation,
        step: question.step,
        key: question.key,
      },
      notice: notice?.text ?? null,
    };
  });
}

/** A person who cannot wait: moves take no time, so that a picture is at rest when it is drawn. */
export const STILL = { contextOptions: { reducedMotion: 'reduce' as const } };
