/** An Explore workspace with a sweep, for components: the catalogue is the worker's own, the actions are spies. */
import { vi } from 'vitest';
import type { SweepSpec } from '../../src/protocol/explore/requests.ts';
import { initialState } from '../../src/store/explore/initial.ts';
import { exploreStore } from '../../src/store/explore/store.ts';
import type { ExploreActions, ExploreState, SweepRun } from '../../src/store/explore/types.ts';
import { exploreCatalogue } from '../../src/worker/explore/catalogue.ts';
import { linesOf, type Outcome, type Place } from '../layout/explore/sample.ts';

export const catalogue = exploreCatalogue('0');

function spies() {
  return {
    setView: vi.fn((view: ExploreState['view']) => exploreStore.setState({ view })),
    openPanel: vi.fn((panel: ExploreState['panel']) => exploreStore.setState({ panel })),
    openSweep: vi.fn((_spec: SweepSpec) => Promise.resolve<string | null>(null)),
    about: vi.fn(() => Promise.resolve(null)),
    check: vi.fn(() => Promise.resolve(null)),
    start: vi.fn(),
    cancel: vi.fn(),
    goOn: vi.fn(),
    setFigure: vi.fn((figure: string) => exploreStore.setState({ figure })),
    pick: vi.fn((picked: number | null) => exploreStore.setState({ picked })),
    openCase: vi.fn((_index: number) => Promise.resolve()),
    caseSubject: vi.fn((index: number) =>
      Promise.resolve({ kind: 'migration', spec: { ...catalogue.defaults.migration.spec, seed: index } }),
    ),
    rank: vi.fn(),
    cancelRank: vi.fn(),
    setRankBy: vi.fn((rankBy: string) => exploreStore.setState({ rankBy })),
    compare: vi.fn(),
    cancelCompare: vi.fn(),
    file: vi.fn(() => exploreStore.getState().sweep),
    link: vi.fn(() => '#/explore?here'),
    dismissNotice: vi.fn(),
  };
}

/** @param outcomeOf what each case came to; absent = nothing was run yet */
export function setExplore(
  spec: SweepSpec,
  outcomeOf: ((place: Place) => Outcome) | null,
  part: Partial<ExploreState> = {},
) {
  const actions = spies();
  const cases = linesOf(spec, () => undefined).length;
  exploreStore.setState({
    ...initialState(),
    status: 'ready',
    catalogue,
    sweep: spec,
    cases,
    run: outcomeOf === null ? null : runOf(spec, outcomeOf),
    figure: spec.figure,
    rankBy: spec.figure,
    actions: actions as unknown as ExploreActions,
    ...part,
  });
  return actions;
}

export function runOf(spec: SweepSpec, outcomeOf: (place: Place) => Outcome): SweepRun {
  const lines = linesOf(spec, outcomeOf);
  const arrived = lines.filter((line) => line !== undefined).length;
  return {
    spec,
    cases: lines.length,
    lines,
    arrived,
    running: false,
    cancelled: arrived < lines.length,
    spentMs: 12_000,
    leftMs: null,
    problem: null,
    keptAs: null,
  };
}
