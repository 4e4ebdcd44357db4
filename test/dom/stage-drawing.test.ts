/** What the stage's canvases draw, told by their draw calls and pixels. */
import { describe, expect, test } from 'vitest';
import { PAGE_STATE } from '../../src/base/columns.ts';
import { TILE_SHIFT } from '../../src/layout/page-grid.ts';
import { lanPlan } from '../../src/layout/topology.ts';
import { SCALAR } from '../../src/protocol/frame.ts';
import type { AppState } from '../../src/store/types.ts';
import { drawLan, lanPicture } from '../../src/views/failover/stage/draw-lan.ts';
import { modelOf } from '../../src/views/failover/stage/model.ts';
import { type Side, TileStamps } from '../../src/views/failover/stage/tile-stamps.ts';
import type { Palette } from '../../src/views/shared/palette.ts';
import { type Moment, stageState } from './stage-state.ts';

const colours: Palette = {
  card: '#ffffff',
  sunken: '#f0f1f0',
  line: '#c9ced1',
  ink: '#1d2126',
  quiet: '#626a72',
  gone: '#eef1f3',
  toSend: '#c9d2da',
  arrived: '#9fc3ea',
  arrivedStrong: '#4a86c5',
  written: '#d9540b',
  held: '#7b4bb8',
  heldSoft: '#efe8f8',
  heartbeat: '#c2337a',
  demand: '#1b7f5c',
  failure: '#c8321f',
};

const plan = lanPlan({
  width: 440,
  height: 300,
  storage: { x: 90, y: 200 },
  others: [{ x: 320, y: 200 }],
  labelHeight: 36,
  letter: 13,
});

/** Draw calls as text, with the colour they are made in. */
function drawn(moment: Moment, still = false, change?: (state: AppState) => void): string[] {
  const state = stageState(moment) as AppState;
  change?.(state);
  const branch = state.branches[0];
  if (!branch?.history) throw new Error('no history');
  const model = modelOf(branch.history, branch.run, 0, 0);
  if (!model) throw new Error('no model');
  const calls: string[] = [];
  const target = { fillStyle: '', strokeStyle: '' };
  const context = new Proxy(target as unknown as CanvasRenderingContext2D, {
    get: (_, name: string) => {
      if (name in target) return target[name as keyof typeof target];
      return (...values: number[]) =>
        calls.push([name, ...values.map((v) => Math.round(v * 10) / 10), target.fillStyle].join(' '));
    },
    set: (_, name: string, value) => {
      Object.assign(target, { [name]: value });
      return true;
    },
  });
  drawLan({ context, plan, colours, still }, state, model, lanPicture(state, model, plan));
  return calls;
}

const count = (calls: string[], start: string) => calls.filter((call) => call.startsWith(start)).length;
const setTime = (us: number) => (state: AppState) => {
  if (state.frame) state.frame.scalars[SCALAR.timeUs] = us;
};

describe('the data LAN', () => {
  test('in round 1: packets in the port, one reply waiting behind them', () => {
    const calls = drawn('round-1');
    // 82 packets in room for 20: 17 drawn, each for 5
    expect(count(calls, 'roundRect')).toBe(17);
    const dots = calls.filter((call) => call.startsWith('arc') && call.endsWith(colours.ink));
    expect(dots).toHaveLength(1);
    const packets = calls
      .filter((call) => call.startsWith('roundRect'))
      .map((call) => Number(call.split(' ')[1]));
    expect(Number(dots[0]?.split(' ')[1])).toBeLessThan(Math.min(...packets));
  });

  test('between two batches: no packet, and the reply on its way through the port', () => {
    const calls = drawn('round-1', false, (state) => {
      const scalars = state.frame?.scalars;
      if (!scalars) return;
      scalars[SCALAR.streamOn] = 0;
      scalars[SCALAR.batch] = 20;
      scalars[SCALAR.batchStartUs] = (scalars[SCALAR.timeUs] ?? 0) - 47_000;
    });
    expect(count(calls, 'roundRect')).toBe(0);
    expect(calls.filter((call) => call.startsWith('arc') && call.endsWith(colours.ink))).toHaveLength(1);
  });

  test('while x0 is paused for the last copy no reply stands in the port', () => {
    const calls = drawn('last-copy');
    expect(calls.filter((call) => call.startsWith('arc') && call.endsWith(`7 0 6.3 ${colours.ink}`))).toEqual(
      [],
    );
  });

  test('at rest: no packet, one ping on its way', () => {
    const calls = drawn('rest');
    expect(count(calls, 'roundRect')).toBe(0);
    expect(count(calls, 'arc')).toBeGreaterThan(0);
  });

  test('the same moment gives the same picture, another moment another one', () => {
    expect(drawn('rest', false, setTime(12_340_000))).toEqual(drawn('rest', false, setTime(12_340_000)));
    expect(drawn('rest', false, setTime(12_340_000))).not.toEqual(drawn('rest', false, setTime(12_390_000)));
  });

  test('without motion nothing glides: a moment later all stands where it stood', () => {
    expect(drawn('rest', true, setTime(12_010_000))).toEqual(drawn('rest', true, setTime(12_030_000)));
    expect(drawn('round-1', true, setTime(19_615_000))).toEqual(drawn('round-1', true, setTime(19_616_000)));
  });

  test('while x0 is paused its pings end in a cross', () => {
    const lost = drawn('last-copy', false, (state) => {
      setTime(21_080_000)(state);
      if (state.frame) state.frame.scalars[SCALAR.transferring] = 0;
      state.playback.speed = 1;
      setTime(21_800_000)(state);
    });
    expect(count(lost, 'stroke')).toBe(1);
  });

  test('after activation the announcement and the disk reads run to the new home', () => {
    const calls = drawn('recover');
    expect(count(calls, 'lineTo')).toBeGreaterThan(2);
    expect(
      calls.filter((call) => call.startsWith('fillRect') && call.endsWith(colours.quiet)).length,
    ).toBeGreaterThan(3);
  });
});

describe('tiles', () => {
  const SIZE = 8;
  const full = (state: number) => 16 << (TILE_SHIFT[state] ?? 0);
  const stamp = (side: Side, code: number, size = SIZE) => new TileStamps(side, size, colours).of(code);

  test('a state is a colour and a second mark: no two alike even without colour', () => {
    const grey = (code: number) =>
      [...stamp('source', code)]
        .map((rgba) =>
          Math.round(0.3 * (rgba & 255) + 0.59 * ((rgba >> 8) & 255) + 0.11 * ((rgba >> 16) & 255)),
        )
        .join();
    const states = [PAGE_STATE.toSend, PAGE_STATE.arrived, PAGE_STATE.writtenAgain, PAGE_STATE.heldBack];
    expect(new Set(states.map((state) => grey(full(state)))).size).toBe(states.length);
    for (const state of [PAGE_STATE.writtenAgain, PAGE_STATE.heldBack]) {
      // besides the ground: the colour, and the dot or hatch in it
      const shades = new Set(stamp('source', full(state)));
      shades.delete(0xffffffff);
      expect(shades.size).toBe(2);
    }
  });

  test('one written page of sixteen is seen at every size, more pages fill more', () => {
    const vermilion = 0xff0b54d9 | 0;
    const area = (level: number, size: number) =>
      [...stamp('source', (level << 10) | ((16 - level) << 5), size)].filter(
        (pixel) => (pixel | 0) === vermilion,
      ).length;
    for (const size of [3, 4, 5, 8, 12]) {
      expect(area(1, size)).toBeGreaterThanOrEqual(3);
      expect(area(16, size)).toBeGreaterThan(area(1, size));
    }
  });

  test('the destination shows what arrived, marks what is stale, and nothing of what is held back', () => {
    const empty = stamp('destination', full(PAGE_STATE.toSend)).join();
    expect(stamp('destination', full(PAGE_STATE.heldBack)).join()).toBe(empty);
    expect(stamp('destination', full(PAGE_STATE.arrived)).join()).not.toBe(empty);
    expect(stamp('destination', full(PAGE_STATE.writtenAgain)).join()).not.toBe(
      stamp('destination', full(PAGE_STATE.arrived)).join(),
    );
  });
});
