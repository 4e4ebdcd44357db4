/** What the browser tests of the Explore workspace share. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sweepDefaults } from '../../src/engine/experiments/sweep/defaults.ts';
import type { SweepSpec } from '../../src/engine/experiments/sweep/spec.ts';
import { parseSweep } from '../../src/protocol/sweep-schema.ts';
import type { SweepRun } from '../../src/store/explore/types.ts';

export { button, expect, region, test } from './app.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

/** What the command line printed of `smallSweep`, one line a run. */
export const smallLines = fixture('sweep-lines.jsonl');
export const smallSweep = read(JSON.parse(fixture('sweep-small.json')));

function read(json: unknown): SweepSpec {
  const parsed = parseSweep(json, sweepDefaults);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.spec;
}

export async function openExplore(page: Page, query = ''): Promise<void> {
  await page.goto(`./#/explore${query}`);
  await page.waitForFunction(() => window.__migrascope.explore?.getState().sweep);
}

/** Sets a sweep up, as a file or a ready-made one does. */
export async function setUp(page: Page, sweep: SweepSpec): Promise<void> {
  const problem = await page.evaluate(
    (spec) => window.__migrascope.explore?.getState().actions.openSweep(spec),
    sweep,
  );
  if (problem !== null) throw new Error(String(problem));
}

export const done = (page: Page) =>
  page.waitForFunction(() => {
    const run = window.__migrascope.explore?.getState().run;
    return run != null && !run.running && run.arrived === run.cases;
  });

export const arrived = (page: Page, least: number) =>
  page.waitForFunction(
    (count) => (window.__migrascope.explore?.getState().run?.arrived ?? 0) >= count,
    least,
  );

/** The lines there are, as the command line prints them. */
export const lines = (page: Page) =>
  page.evaluate(() =>
    (window.__migrascope.explore?.getState().run?.lines ?? [])
      .filter((line) => line !== undefined)
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );

export const runOf = (page: Page): Promise<Omit<SweepRun, 'lines' | 'spec'> | null> =>
  page.evaluate(() => {
    const run = window.__migrascope.explore?.getState().run;
    if (run == null) return null;
    const { lines: _lines, spec: _spec, ...rest } = run;
    return rest;
  });
