/**
 * One run through time: any moment of it can be looked at, forwards and backwards.
 *
 *   keyframes   |────|────|────|────|            snapshots, one each `spacing`
 *   frontier    ───────────────────►             goes forward once; records series and keyframes
 *   view              ──►                        the moment looked at: from the nearest keyframe before it
 *
 * hash(view at t) does not depend on how t was reached.
 */
import { MICROS_PER_SECOND, type Micros, microsFromMillis } from '../../base/units.ts';
import type { Run, TimedCommand } from '../simulation/scenario.ts';
import { emptySeries, type Series, seriesPrefix } from '../simulation/series.ts';
import { applyCommand, createSimulation, runUntil, snapshot } from '../simulation/simulation.ts';
import type { SimState, TraceLibrary } from '../simulation/state.ts';

const FIRST_SPACING_US: Micros = MICROS_PER_SECOND;
/** Beyond this many keyframes every second one is dropped. */
const MAX_KEYFRAMES = 64;
/** Large clusters keep fewer, so that snapshots stay below so much; 30 s of 24 guests still have one each second. */
const SNAPSHOTS_BYTES = 450e6;
/** versions and predictor of a page; measured */
const SNAPSHOT_BYTES_PER_PAGE = 8.5;
const LEAST_KEYFRAMES = 12;
const PAGES_PER_MIB = 256;
/** Longest stretch of simulated time run without asking whether to go on. */
const CHUNK_US: Micros = 200_000;

interface Keyframe {
  readonly us: Micros;
  readonly sim: SimState;
}

/** Asked between chunks; false stops the work, which can be taken up again. */
export type GoOn = () => boolean;

export class Timeline {
  readonly run: Run;
  readonly library: TraceLibrary;
  series: Series;
  private readonly commands: readonly TimedCommand[];
  private keyframes: Keyframe[] = [];
  private spacingUs = FIRST_SPACING_US;
  private readonly maxKeyframes: number;
  private frontier: SimState;
  private view: SimState;
  /** what the engine threw at the frontier: behind it there is nothing to be seen */
  private failure: unknown = null;

  constructor(run: Run, library: TraceLibrary) {
    this.run = run;
    this.library = library;
    this.commands = [...run.commands].sort((a, b) => a.atMs - b.atMs);
    this.maxKeyframes = keyframesFor(run);
    this.series = emptySeries();
    this.frontier = createSimulation(run.scenario, library);
    advance(this.frontier, [], 0, this.series);
    this.view = snapshot(this.frontier);
    this.keyframes.push({ us: 0, sim: snapshot(this.frontier) });
  }

  /** Farthest moment recorded. */
  get recordedUs(): Micros {
    return this.frontier.nowUs;
  }

  get keyframeCount(): number {
    return this.keyframes.length;
  }

  /**
   * A timeline of another run that is the same up to some moment: keyframes and series until there are taken over.
   * Where the scenarios differ nothing is.
   */
  fork(run: Run): Timeline {
    const branch = new Timeline(run, this.library);
    if (JSON.stringify(run.scenario) !== JSON.stringify(this.run.scenario)) return branch;
    const { same, untilUs } = commonPrefix(this.commands, branch.commands);
    // Rows written at the very moment of the fork may be the other command's doing.
    const cut = Math.min(untilUs - 1, this.recordedUs);
    const shared = this.keyframes.filter(
      (keyframe) => keyframe.us <= cut && keyframe.sim.commandsApplied <= same,
    );
    const last = shared.at(-1);
    if (last === undefined || last.us === 0) return branch;
    branch.keyframes = shared;
    branch.spacingUs = this.spacingUs;
    branch.frontier = snapshot(last.sim);
    branch.view = snapshot(last.sim);
    branch.series = seriesPrefix(this.series, last.us);
    return branch;
  }

  /**
   * Runs the frontier on, recording. @returns true once it stands at `toUs` or later
   * @throws what the engine threw on the way, each time a moment behind it is asked for
   */
  record(toUs: Micros, goOn: GoOn = always): boolean {
    if (!(toUs >= 0 && toUs < Number.POSITIVE_INFINITY)) {
      throw new Error(`There is no such moment as ${toUs} µs; a run begins at 0.`);
    }
    if (this.failure !== null && toUs >= this.frontier.nowUs) throw this.failure;
    while (this.frontier.nowUs < toUs) {
      const nextKeyframe = (Math.floor(this.frontier.nowUs / this.spacingUs) + 1) * this.spacingUs;
      const target = Math.min(toUs, nextKeyframe, this.frontier.nowUs + CHUNK_US);
      try {
        advance(this.frontier, this.commands, target, this.series);
      } catch (error) {
        this.failure = error;
        throw error;
      }
      if (this.frontier.nowUs === nextKeyframe) this.keep(nextKeyframe);
      if (!goOn()) return this.frontier.nowUs >= toUs;
    }
    return true;
  }

  /** Brings the view to a moment. @returns the state there, or null when `goOn` stopped it on the way */
  seek(toUs: Micros, goOn: GoOn = always): SimState | null {
    if (!this.record(toUs, goOn)) return null;
    const keyframe = this.keyframeBefore(toUs);
    if (this.view.nowUs > toUs || keyframe.us > this.view.nowUs) this.view = snapshot(keyframe.sim);
    do {
      advance(this.view, this.commands, Math.min(toUs, this.view.nowUs + CHUNK_US), null);
    } while (this.view.nowUs < toUs && goOn());
    return this.view.nowUs === toUs ? this.view : null;
  }

  /** The state at the frontier, to look at only. */
  get latest(): SimState {
    return this.frontier;
  }

  private keep(us: Micros): void {
    this.keyframes.push({ us, sim: snapshot(this.frontier) });
    if (this.keyframes.length <= this.maxKeyframes) return;
    this.spacingUs *= 2;
    this.keyframes = this.keyframes.filter((keyframe) => keyframe.us % this.spacingUs === 0);
  }

  private keyframeBefore(us: Micros): Keyframe {
    let best = this.keyframes[0] as Keyframe;
    for (const keyframe of this.keyframes) if (keyframe.us <= us) best = keyframe;
    return best;
  }
}

function keyframesFor({ scenario }: Run): number {
  const pages = scenario.guests.reduce((sum, { memoryMiB }) => sum + memoryMiB * PAGES_PER_MIB, 0);
  const fit = Math.floor(SNAPSHOTS_BYTES / (pages * SNAPSHOT_BYTES_PER_PAGE));
  return Math.min(MAX_KEYFRAMES, Math.max(LEAST_KEYFRAMES, fit));
}

const always: GoOn = () => true;

/** Runs on to a moment, carrying out the commands on the way. A command at t comes after all events at t. */
export function advance(
  sim: SimState,
  commands: readonly TimedCommand[],
  toUs: Micros,
  sink: Series | null,
): void {
  // What happens at the very beginning happens before a command then, too.
  if (sim.nowUs === 0) runUntil(sim, 0, sink);
  for (;;) {
    const next = commands[sim.commandsApplied];
    const at = next === undefined ? Number.POSITIVE_INFINITY : microsFromMillis(next.atMs);
    if (next === undefined || at > toUs) break;
    if (at > sim.nowUs) runUntil(sim, at, sink);
    applyCommand(sim, sink, next.command);
  }
  if (toUs > sim.nowUs) runUntil(sim, toUs, sink);
}

function commonPrefix(
  a: readonly TimedCommand[],
  b: readonly TimedCommand[],
): { same: number; untilUs: Micros } {
  let same = 0;
  while (same < a.length && same < b.length && JSON.stringify(a[same]) === JSON.stringify(b[same])) same += 1;
  const at = (command: TimedCommand | undefined): number =>
    command === undefined ? Number.POSITIVE_INFINITY : microsFromMillis(command.atMs);
  return { same, untilUs: Math.min(at(a[same]), at(b[same])) };
}
