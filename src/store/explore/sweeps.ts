/** Sweeps: set up, run by the pool, called off and gone on with. */
import type { SweepLine, SweepSpec } from '../../protocol/explore/requests.ts';
import { WorkerGone } from '../../worker/client.ts';
import { problemOf } from '../single-work.ts';
import { CaseSource, DEPTH } from './case-source.ts';
import type { ExploreCore, Slice } from './core.ts';
import { Countdown } from './countdown.ts';
import { text } from './messages.ts';
import { PoolFailed } from './pool.ts';
import { TELL_MS } from './throttled.ts';
import type { SweepRun } from './types.ts';

type SweepActions = 'openSweep' | 'openLines' | 'start' | 'cancel' | 'goOn' | 'markKept' | 'check';

export const sweepActions: Slice<SweepActions> = (core) => {
  const { store } = core;
  const setRun = (part: Partial<SweepRun>) =>
    store.setState(({ run }) => (run === null ? {} : { run: { ...run, ...part } }));
  /** calls off what is under way */
  let stop: (() => void) | null = null;

  const begin = (run: SweepRun) => {
    const { env, pool } = core;
    if (env === null || pool === null) return;
    const abort = new AbortController();
    let over = false;
    const lines = run.lines as (SweepLine | undefined)[];
    const fromMs = env.now();
    const countdown = new Countdown(run.cases - run.arrived, fromMs);
    let { arrived } = run;
    const source = new CaseSource({
      spec: run.spec,
      isThere: (index) => lines[index] !== undefined,
      workers: env.workers,
      now: () => env.now(),
      arrive: (came) => {
        for (const line of came) {
          if (lines[line.index] === undefined) arrived += 1;
          lines[line.index] = line;
        }
      },
    });
    const told = () => ({
      arrived,
      spentMs: run.spentMs + env.now() - fromMs,
      leftMs: countdown.left(arrived - run.arrived, env.now()),
    });
    const tick = () => {
      if (over) return;
      setRun(told());
      env.later(TELL_MS, tick);
    };
    const end = (problem: string | null) => {
      if (over) return;
      over = true;
      stop = null;
      setRun({ ...told(), running: false, leftMs: null, cancelled: arrived < run.cases, problem });
    };
    const begun = { running: true, cancelled: false, problem: null, leftMs: null, keptAs: null };
    store.setState({ run: { ...run, ...begun } });
    stop = () => {
      end(null);
      abort.abort();
    };
    env.later(TELL_MS, tick);
    pool.work(source, abort.signal, DEPTH).then(
      () => end(null),
      (reason: unknown) => end(problemOf(reason)),
    );
  };

  /** What is on screen goes onto the shelf, where Back finds it. */
  const leave = () => {
    stop?.();
    const { run } = store.getState();
    if (run !== null && run.arrived > 0) core.shelf.put(run);
  };

  const show = async (spec: SweepSpec, how: 'push' | 'replace', lines: readonly SweepLine[] | null) => {
    core.wish += 1;
    const { wish } = core;
    const checked = await check(core, spec);
    if (wish !== core.wish) return null;
    if (checked === null) return text('not-ready');
    const { problem, cases } = checked;
    if (problem !== null) return problem;
    leave();
    const run = lines === null ? core.shelf.of(spec) : withLines(emptyRun(spec, cases), lines);
    store.setState({ sweep: spec, cases, run, figure: spec.figure, picked: null });
    core.addressChanged(how);
    return null;
  };

  core.show = show;

  return {
    openSweep: async (spec) => {
      const problem = await show(spec, 'push', null);
      if (problem === null) store.getState().actions.setView('sweep');
      return problem;
    },
    openLines: async (spec, lines) => {
      const problem = await show(spec, 'push', lines);
      if (problem === null) store.getState().actions.setView('sweep');
      return problem;
    },
    check: (spec) => check(core, spec),
    start: () => {
      const { sweep, cases, run } = store.getState();
      if (sweep !== null && !run?.running) begin(emptyRun(sweep, cases));
    },
    cancel: () => stop?.(),
    goOn: () => {
      const { run } = store.getState();
      if (run !== null && !run.running && run.arrived < run.cases) begin(run);
    },
    markKept: (id) => setRun({ keptAs: id }),
  };
};

async function check({ pool }: ExploreCore, sweep: SweepSpec) {
  if (pool === null) return null;
  try {
    return await pool.ask('check', { sweep });
  } catch (reason) {
    // No answer is one thing; to stumble over what was asked another.
    const nobody = reason instanceof WorkerGone || reason instanceof PoolFailed;
    return nobody ? null : { problem: text('unreadable'), cases: 0 };
  }
}

function emptyRun(spec: SweepSpec, cases: number): SweepRun {
  return {
    spec,
    cases,
    lines: Array.from<SweepLine | undefined>({ length: cases }),
    arrived: 0,
    running: false,
    cancelled: false,
    spentMs: 0,
    leftMs: null,
    problem: null,
    keptAs: null,
  };
}

/** Lines of another sweep, and those that are there twice, are none of this one. */
function withLines(run: SweepRun, given: readonly SweepLine[]): SweepRun {
  const lines = [...run.lines];
  let arrived = 0;
  for (const line of given) {
    if (!(line.index in lines) || lines[line.index] !== undefined) continue;
    lines[line.index] = line;
    arrived += 1;
  }
  return { ...run, lines, arrived, cancelled: arrived < run.cases };
}
