/** Which action is closed by which lock, in every workspace. A closed one changes nothing and says why in one sentence. */
import { LOCKS, type LockName } from '../protocol/embed.ts';
import type { Workspace } from '../protocol/link.ts';
import type { EvidenceActions } from './evidence/types.ts';
import type { ExploreActions } from './explore/types.ts';
import type { MigrationActions, MigrationState } from './migration/types.ts';
import type { Position, TreesActions, TreesState } from './trees/types.ts';
import type { AppActions, AppState } from './types.ts';

interface Rule<State> {
  readonly locks: readonly LockName[];
  /** whoever asks is given the sentence and tells it; else it is told here */
  readonly answers: boolean;
  /** closed for such a state and such arguments only */
  readonly when?: (state: State, args: readonly unknown[]) => boolean;
}

type Rules<Actions, State> = Partial<Record<keyof Actions, Rule<State> | readonly Rule<State>[]>>;

const told = (...locks: LockName[]) => ({ locks, answers: false });
const answered = (...locks: LockName[]) => ({ locks, answers: true });

const FAILOVER: Rules<AppActions, AppState> = {
  stopNode: told('failures'),
  give: told('failures'),
  changeCommand: answered('failures'),
  playDemo: told('failures'),
  playStop: told('failures'),
  openCourse: told('failures'),
  storyForward: {
    ...told('failures'),
    // A clicker's first step would stop node 1.
    when: ({ branches, activeKey }) =>
      branches.find(({ key }) => key === activeKey)?.run.commands.length === 0,
  },
  playRun: told('failures', 'parameters'),
  playPaperRun: told('parameters', 'failures'),
  setParameter: answered('parameters'),
  changeRun: answered('parameters', 'failures'),
  resetParameters: told('parameters'),
  setSpeed: told('pace'),
  setHoldAtTurns: told('pace'),
  setAxis: told('pace'),
  seek: {
    ...told('ahead'),
    when: ({ branches, activeKey }, [toUs]) =>
      Number(toUs) > (branches.find(({ key }) => key === activeKey)?.reachedUs ?? 0) + 1000,
  },
  openWorkspace: {
    ...told('workspaces'),
    when: ({ workspace }, [wanted]) => wanted !== workspace,
  },
  openDesk: told('share'),
  openPanel: [
    { ...told('share'), when: (_, [panel]) => panel === 'share' || panel === 'desk' },
    { ...told('failures'), when: (_, [panel]) => panel === 'failures' },
  ],
};

const MIGRATION: Rules<MigrationActions, MigrationState> = {
  breakLink: answered('failures'),
  restoreLink: answered('failures'),
  killHost: answered('failures'),
  removeFault: answered('failures'),
  undo: answered('parameters', 'failures'),
  openLab: answered('parameters', 'failures'),
  setParameter: answered('parameters'),
  setStrategy: answered('parameters'),
  swapSides: answered('parameters'),
  setSpeed: told('pace'),
  goToEnd: { ...told('ahead'), when: ({ reachedMs, endMs }) => reachedMs < endMs },
  seek: { ...told('ahead'), when: ({ reachedMs }, [ms]) => Number(ms) > reachedMs + 1 },
  openPanel: { ...told('share'), when: (_, [panel]) => panel === 'share' },
};

const TREES: Rules<TreesActions, TreesState> = {
  openLab: answered('parameters'),
  changeLab: answered('parameters'),
  setContestants: told('parameters'),
  setWeights: told('parameters'),
  runText: answered('operations'),
  runOperation: answered('operations'),
  undoTyped: answered('operations'),
  setSpeed: told('pace'),
  goToEnd: told('ahead'),
  goTo: {
    ...told('ahead'),
    when: ({ moment }, [to]) => (to as Position).operation > (moment?.operation ?? 0),
  },
  openPanel: { ...told('share'), when: (_, [panel]) => panel === 'share' || panel === 'export' },
};

const EXPLORE: Rules<ExploreActions, unknown> = {
  openSweep: answered('parameters'),
  openLines: answered('parameters'),
  rank: told('parameters'),
  compare: told('parameters'),
  openPanel: { ...told('share'), when: (_, [panel]) => panel === 'share' },
};

const EVIDENCE: Rules<EvidenceActions, unknown> = {
  openLog: told('parameters'),
  setLogParameter: told('parameters'),
};

const RULES: Record<Workspace, Readonly<Record<string, Rule<never> | readonly Rule<never>[]>>> = {
  failover: FAILOVER,
  migration: MIGRATION,
  trees: TREES,
  explore: EXPLORE,
  evidence: EVIDENCE,
} as never;

/**
 * The same actions, those behind a lock closed.
 * @param tell says one sentence to the user @param state of the workspace's store, for rules that look at it
 */
export function lockedActions<A extends object>(
  workspace: Workspace,
  actions: A,
  locks: readonly LockName[],
  state: () => unknown,
  tell: (sentence: string) => void,
): A {
  const closed: Record<string, unknown> = {};
  for (const [name, rules] of Object.entries(RULES[workspace])) {
    const open = actions[name as keyof A] as unknown as (...args: unknown[]) => unknown;
    const inForce = [rules].flat().flatMap((rule) => {
      const lock = LOCKS.find((one) => locks.includes(one.name) && rule.locks.includes(one.name));
      return lock === undefined ? [] : [{ ...rule, refusal: lock.refusal }];
    });
    if (inForce.length === 0 || open === undefined) continue;
    closed[name] = (...args: unknown[]) => {
      const rule = inForce.find(({ when }) => when === undefined || when(state() as never, args));
      if (rule === undefined) return open(...args);
      if (rule.answers) return Promise.resolve(rule.refusal);
      tell(rule.refusal);
      return undefined;
    };
  }
  return { ...actions, ...closed };
}
