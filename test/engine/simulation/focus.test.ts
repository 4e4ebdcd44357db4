/** Whose memory the picture shows, moment by moment. */
import { describe, expect, test } from 'vitest';
import { focusVm } from '../../../src/engine/simulation/focus.ts';
import { vmName } from '../../../src/engine/simulation/state.ts';
import { play, smallRun, stop } from './runs.ts';

const focusAt = (node: number, ms: number): string => {
  const { sim } = play(smallRun({}, [stop(node, 400)]), ms * 1000);
  return vmName(sim, focusVm(sim).id);
};

function migrationOf(node: number, row: number) {
  const record = play(smallRun({}, [stop(node, 400)])).sim.migrations[row];
  return { startMs: (record?.startUs ?? 0) / 1000, endMs: (record?.endUs ?? 0) / 1000 };
}

describe('the focus', () => {
  test('is the pinged VM at rest, and from the stop until the next one’s first page', () => {
    const second = migrationOf(1, 1);
    expect(
      [399, 401, 500, migrationOf(1, 0).endMs + 1, second.startMs - 1].map((ms) => focusAt(1, ms)),
    ).toEqual(['x0', 'x0', 'x0', 'x0', 'x0']);
    expect(focusAt(1, second.startMs + 1)).toBe('x1');
  });

  test('is the first guest of another node as soon as that one is stopped', () => {
    expect(focusAt(2, 399)).toBe('x0');
    const { sim } = play(smallRun({}, [stop(2, 400)]), 401_000);
    const first = vmName(
      sim,
      sim.vms.findIndex((vm) => vm.node === 1),
    );
    expect(first).not.toBe('x0');
    expect([401, 450, migrationOf(2, 0).startMs + 1].map((ms) => focusAt(2, ms))).toEqual([
      first,
      first,
      first,
    ]);
  });
});
