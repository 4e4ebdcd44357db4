/** A trees' store without worker or clock: positions move at once, and the test answers the worker's calls. */
import { createStore } from 'zustand/vanilla';
import type { LabSpec } from '../../../src/protocol/trees/model.ts';
import type { TreeMoment } from '../../../src/protocol/trees/moment.ts';
import type { AnswerView, QuestionView, TreesRequestName } from '../../../src/protocol/trees/requests.ts';
import { patch, type TreesCore } from '../../../src/store/trees/core.ts';
import { initialState } from '../../../src/store/trees/initial.ts';
import { predictActions } from '../../../src/store/trees/predict.ts';
import type { Position, TreesState } from '../../../src/store/trees/types.ts';

type Replies = Partial<Record<TreesRequestName, (request: Record<string, unknown>) => unknown>>;

export const spec: LabSpec = {
  seed: 7,
  tree: { kind: 'lazy-counting', parameters: {} },
  start: 'balanced:31',
  stream: { kind: 'zipf', parameters: {}, length: 100, keys: 31, list: [] },
  typed: [],
};

/** Operations of `steps` steps each; `decides` are the positions whose next step is a decision. */
export function world(replies: Replies, decides: readonly string[] = [], steps = 6) {
  const asked: { name: string; request: Record<string, unknown> }[] = [];
  const calls: string[] = [];
  const store = createStore<TreesState>(
    () =>
      ({
        ...initialState(),
        spec,
        lab: {
          labKey: 'lab',
          operations: 100,
          streamOperations: 100,
          startSize: 31,
          distinctKeys: 31,
          code: [],
        },
      }) as unknown as TreesState,
  );
  const core: TreesCore = {
    store,
    env: null,
    client: {
      call: (name: TreesRequestName, request: Record<string, unknown>) => {
        asked.push({ name, request });
        const reply = replies[name];
        return reply ? Promise.resolve().then(() => reply(request)) : new Promise(() => {});
      },
    } as unknown as TreesCore['client'],
    generation: 0,
    active: true,
    playUntil: null,
    batches: [],
    deathsMs: [],
    addressChanged: () => {},
    opening: null,
    onLab: [],
    onMoment: [],
    mayGoOn: [],
  };
  const arrive = (position: Position, operations = 100) => {
    const at = `${position.operation}:${position.step}`;
    const labKey = store.getState().lab?.labKey ?? '';
    const next = position.step === steps ? null : decides.includes(at) ? 'decide' : 'compare';
    const moment = { ...position, labKey, steps, operations, next } as TreeMoment;
    patch(core, { position, moment });
    for (const run of core.onMoment) run();
  };
  const free = () => core.mayGoOn.every((ask) => ask());
  const forward = () => {
    const { operation, step } = store.getState().position;
    arrive(step < steps ? { operation, step: step + 1 } : { operation: operation + 1, step: 1 });
  };
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '));
    };
  const actions = {
    pause: () => {
      patch(core, { playing: false });
    },
    play: () => {
      note('play')();
      if (free()) patch(core, { playing: true });
    },
    togglePlay: () => {
      note('togglePlay')();
      patch(core, { playing: !store.getState().playing });
    },
    stepForward: () => {
      note('stepForward')();
      if (free()) forward();
    },
    goTo: (position: Position) => {
      note('goTo')(position);
      arrive(position);
    },
    setSpeed: (speed: TreesState['speed']) => patch(core, { speed }),
    openLab: async (wanted: LabSpec) => {
      note('openLab')(wanted.start);
      openLab(wanted);
      return null;
    },
    ...predictActions(core),
  } as unknown as TreesState['actions'];
  const openLab = (wanted: LabSpec, labKey = JSON.stringify(wanted)) => {
    patch(core, {
      spec: wanted,
      lab: { labKey, operations: 0, streamOperations: 0, startSize: 1, distinctKeys: 1, code: [] },
    });
    for (const run of core.onLab) run();
    arrive({ operation: 0, step: 0 }, 0);
  };
  patch(core, { actions });
  return {
    core,
    store,
    actions,
    asked,
    calls,
    arrive,
    forward,
    free,
    openLab,
    predict: () => store.getState().predict,
  };
}

export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export function question(
  id: string,
  operation: number,
  step: number,
  more: Partial<QuestionView> = {},
): QuestionView {
  return { id, kind: 'case', operation, step, key: 9, options: ['zig', 'zig-zag', 'none'], ...more };
}

/** The right answer is always zig. */
export const zigIsRight = ({ choice }: Record<string, unknown>): AnswerView => ({
  right: choice === 'zig',
  answer: 'zig',
  reason: { template: 'case.zig', slots: {} },
});
