/** How long a step stays on screen, so that its picture can move and be read in just that time. */
import type { StepView } from '../../protocol/trees/moment.ts';
import type { TreeSpeed } from './types.ts';

/** Milliseconds at the speed of 1; a decision is read, a rotation is watched, the walk is followed. */
const STEP_MS: Readonly<Record<StepView['kind'], number>> = {
  start: 700,
  compare: 550,
  descend: 300,
  count: 260,
  decide: 1700,
  rotate: 1200,
  link: 800,
  unlink: 800,
  replace: 800,
  decay: 1000,
};
/** A finished operation rests before the next begins. */
const REST_MS = 800;

/** Wall time of a step at a speed; `rest` adds the operation's end. Whole accesses have no steps to see: 0. */
export function stepMs(kind: StepView['kind'], speed: TreeSpeed, rest = false): number {
  if (speed.unit === 'accesses') return 0;
  return (STEP_MS[kind] + (rest ? REST_MS : 0)) / speed.factor;
}

/** Time a node takes to its new place: most of the step, so that it stands still before the next begins. */
export function tweenMs(kind: StepView['kind'], speed: TreeSpeed): number {
  return Math.min(700, 0.7 * stepMs(kind, speed));
}
