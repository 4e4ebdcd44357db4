/** A Trees workspace at a moment, for components: the moments are the worker's own, the actions are spies. */
import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { finish } from '../../src/engine/lab/job.ts';
import { openLab } from '../../src/engine/lab/lab.ts';
import type { LabSpec } from '../../src/engine/lab/spec.ts';
import type { TreeMoment } from '../../src/protocol/trees/moment.ts';
import { initialState } from '../../src/store/trees/initial.ts';
import { treesStore } from '../../src/store/trees/store.ts';
import type { TreesActions, TreesState } from '../../src/store/trees/types.ts';
import { writeMoment } from '../../src/worker/trees/moment-writer.ts';
import { catalogue, codeOf } from '../views/trees/every-step.ts';

export function momentOf(spec: LabSpec, operation: number, step: number): TreeMoment {
  const lab = finish(openLab(spec, null));
  lab.run.seek(operation, step);
  return writeMoment(
    lab,
    {
      labKey: 'lab',
      generation: 1,
      operation,
      step,
      window: { from: 0, to: 1000 },
      limit: 1000,
      strip: 60,
      bins: 10,
    },
    codeOf(spec),
  );
}

/** The actions a component may call; each does nothing and, where it promises something, refuses nothing. */
function spies() {
  const agreed = () => vi.fn(() => Promise.resolve<string | null>(null));
  return {
    goTo: vi.fn(),
    goToStart: vi.fn(),
    goToEnd: vi.fn(),
    stepForward: vi.fn(),
    stepBack: vi.fn(),
    operationForward: vi.fn(),
    operationBack: vi.fn(),
    togglePlay: vi.fn(),
    setSpeed: vi.fn(),
    openPanel: vi.fn((panel: TreesState['panel']) => treesStore.setState({ panel })),
    tell: vi.fn(),
    dismissNotice: vi.fn(),
    cancelOpening: vi.fn(),
    link: vi.fn(() => '#/trees?here'),
    runText: agreed(),
    undoTyped: agreed(),
    openLab: agreed(),
    changeLab: agreed(),
    parse: vi.fn(),
    exportText: vi.fn((_format: string) => Promise.resolve('')),
  };
}

export function setTrees(spec: LabSpec, operation: number, step: number, part: Partial<TreesState> = {}) {
  const actions = spies();
  const moment = momentOf(spec, operation, step);
  treesStore.setState({
    ...initialState(),
    status: 'ready',
    catalogue,
    spec,
    lab: {
      labKey: 'lab',
      operations: moment.operations,
      streamOperations: spec.stream.length,
      startSize: 31,
      distinctKeys: 31,
      code: codeOf(spec),
    },
    moment,
    position: { operation, step },
    actions: actions as unknown as TreesActions,
    ...part,
  });
  return actions;
}

export function changeTrees(part: Partial<TreesState>): void {
  act(() => treesStore.setState(part));
}
