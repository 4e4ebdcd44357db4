import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOVE } from '../../../src/base/columns.ts';
import { migrate } from '../../../src/cli/migrate.ts';
import { parseMove } from '../../../src/protocol/migration/link.ts';
import { takeMigration } from '../../../src/store/migration/take.ts';
import type { SeriesRow, Taken } from '../../../src/store/taken.ts';
import { file } from '../../cli/cli.ts';
import { World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await World.at();
});

afterEach(() => world.close());

function taken(): Taken {
  const one = takeMigration(world.app.core);
  if (one === null) throw new Error('nothing was taken');
  return one;
}

function rows(one: Taken, name: string): SeriesRow[] {
  const series = one.series.find((candidate) => candidate.file === name);
  if (series === undefined || typeof series.rows === 'function') throw new Error(`There is no ${name}.`);
  return [...series.rows];
}

const figure = (one: Taken, label: string) => one.figures.find((each) => each.label === label)?.value;

describe('what is taken from the Migration workspace', () => {
  it('has a name, and a file that the page and the command line read as the same migration', () => {
    const { lab, catalogue } = world.state;
    const one = taken();
    expect(one.name).toMatch(/^Pre-copy.* against .*, \d+ MiB/);
    const json = JSON.parse(JSON.stringify(one.file?.json)) as unknown;
    if (catalogue === null) throw new Error('no catalogue');
    expect(parseMove(json, { spec: catalogue.fileDefaults, against: null })).toEqual(lab);
    const printed = JSON.parse(migrate([file('migration.json', json)])) as unknown;
    const [side] = world.state.opened?.sides ?? [];
    expect(printed).toEqual(JSON.parse(JSON.stringify(side?.result)));
  });

  it('names what differs from the default, and nothing that is no value', async () => {
    await world.actions.setParameter('vm.workload.writesPerSecond', 1234);
    await world.actions.breakLink(5);
    expect(taken().name).toMatch(/, 256 MiB, [^,]+ 1234 [^,]+$/);
  });

  it('tells of both sides what was reached, and nothing more', async () => {
    const { endMs } = world.state;
    const half = Math.round(endMs / 2);
    world.actions.seek(half);
    await world.until(({ moment }) => moment?.atMs === half);
    world.actions.seek(10);
    await world.until(({ moment }) => moment?.atMs === 10);
    const one = taken();
    expect(figure(one, 'reached (ms)')).toBe(half);
    const over = rows(one, 'over-time-a.csv');
    const [side] = world.state.opened?.sides ?? [];
    if (side === undefined) throw new Error('no side');
    expect(over.length).toBeGreaterThan(3);
    expect(over.length).toBeLessThan(side.rows);
    expect(over.every(([at]) => Number(at) <= half)).toBe(true);
    for (const series of one.series) {
      for (const row of series.rows as Iterable<SeriesRow>) expect(row).toHaveLength(series.columns.length);
    }
    if (side.endMs > half) expect(figure(one, 'side A: outcome')).toBe('under way');
    for (const [, start, duration] of one.series.some(({ file }) => file === 'rounds-a.csv')
      ? rows(one, 'rounds-a.csv')
      : []) {
      expect(Number(start) + Number(duration)).toBeLessThanOrEqual(half);
    }
  });

  it('tells the result once a side is over', async () => {
    world.actions.goToEnd();
    await world.until(({ moment, endMs }) => moment?.atMs === endMs);
    const one = taken();
    world.state.opened?.sides.forEach(({ result, series, rows: count }, i) => {
      const side = i === 0 ? 'A' : 'B';
      expect(figure(one, `side ${side}: outcome`)).toBe(result.outcome);
      expect(figure(one, `side ${side}: total time (ms)`)).toBe(result.totalTimeMs);
      expect(figure(one, `side ${side}: downtime (ms)`)).toBe(result.downtimeMs);
      expect(figure(one, `side ${side}: bytes sent (B)`)).toBe(result.bytesSent);
      const table = rows(one, `over-time-${side.toLowerCase()}.csv`);
      expect(table).toHaveLength(count);
      expect(table.at(-1)?.[MOVE.bytesSent]).toBe(series[(count - 1) * 22 + MOVE.bytesSent]);
      expect(rows(one, `rounds-${side.toLowerCase()}.csv`)).toHaveLength(result.rounds.length);
    });
  });
});
