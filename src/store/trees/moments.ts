/** Asking for moments and taking the answers in. */
import type { TreeMoment } from '../../protocol/trees/moment.ts';
import type { TreesCore } from './core.ts';
import { text } from './messages.ts';
import type { Position, TreesState } from './types.ts';

/** Larger trees are sent in part: the window on screen and the top. */
const WHOLE_UP_TO = 20_000;
/** Operations listed before and after the present one. */
const STRIP = 60;
const HEAT_BINS = 400;

/** Asks the worker for the position the page is at. */
export function ask(core: TreesCore): void {
  const { lab, position, window } = core.store.getState();
  if (!lab || !core.client) return;
  core.client
    .frame({
      labKey: lab.labKey,
      generation: core.generation,
      operation: position.operation,
      step: position.step,
      window,
      limit: WHOLE_UP_TO,
      strip: STRIP,
      bins: HEAT_BINS,
    })
    .then((moment) => moment && receive(core, moment))
    .catch(() => {});
}

export function goTo(core: TreesCore, position: Position): void {
  core.store.setState({ position });
  ask(core);
}

function receive(core: TreesCore, moment: TreeMoment): void {
  const state = core.store.getState();
  if (moment.generation !== core.generation || moment.labKey !== state.lab?.labKey) return;
  const part: Partial<TreesState> = { moment };
  // What was asked for is settled now: −1 has become a number, too far has become the end.
  if (!core.client?.frameUnderWay) part.position = { operation: moment.operation, step: moment.step };
  if (state.status === 'restarting') {
    part.status = 'ready';
    part.notice = {
      kind: 'worker',
      text: text('worker-resumed', { operation: moment.operation + 1 }),
    };
  }
  core.store.setState(part);
  for (const listener of core.onMoment) listener();
}

/** The position one step on, null at the very end. */
export function nextPosition(moment: TreeMoment): Position | null {
  if (moment.step < moment.steps) return { operation: moment.operation, step: moment.step + 1 };
  if (moment.operation + 1 >= moment.operations) return null;
  return { operation: moment.operation + 1, step: 1 };
}

/** The position one step back, null at the very beginning. An operation's beginning is its forerunner's end. */
export function previousPosition(moment: TreeMoment): Position | null {
  if (moment.step > 1 || (moment.step === 1 && moment.operation === 0))
    return { operation: moment.operation, step: moment.step - 1 };
  return moment.operation === 0 ? null : { operation: moment.operation - 1, step: -1 };
}
