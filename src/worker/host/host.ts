/**
 * The worker's whole behaviour, without the worker: messages in, messages out, and a way to let others run.
 *
 * Work is done in slices of a few milliseconds, so that a newer request always arrives; of frame requests only the
 * latest is answered. When nothing is asked, the active run is recorded ahead, so that any moment of it is near a
 * keyframe.
 */

import { hashState } from '../../base/clone.ts';
import { catalogue } from '../../engine/experiments/catalogue.ts';
import { readPaperTables, tablesOf } from '../../engine/experiments/paper-tables.ts';
import type { TraceLibrary } from '../../engine/memory/trace.ts';
import { runProblem } from '../../engine/simulation/check.ts';
import { explain } from '../../engine/simulation/explain.ts';
import type { Run } from '../../engine/simulation/scenario.ts';
import { hashSimulation, isFinished } from '../../engine/simulation/simulation.ts';
import type { SimState } from '../../engine/simulation/state.ts';
import { Timeline } from '../../engine/timeline/timeline.ts';
import type { FromWorker, RequestName, RequestOf, ToWorker } from '../../protocol/requests.ts';
import { compare, newBaseline, recordUntilMoved } from './compare.ts';
import type { CourseJobs } from './course-jobs.ts';
import { buffersOf, writeFrame } from './frame-writer.ts';
import { pageHistory } from './page-history.ts';
import { SplayShadow, writeTree } from './tree-writer.ts';

export interface HostEnvironment {
  /** milliseconds of any steady clock; decides only when to let others run */
  now(): number;
  /** lets waiting messages in */
  pause(): Promise<void>;
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  loadLibrary(): Promise<TraceLibrary>;
  readonly version: string;
}

const SLICE_MS = 8;
const KEPT_TIMELINES = 4;
/** A run still waiting for its first command is recorded this far ahead of the view. */
const LOOK_AHEAD_US = 5_000_000;

type Message<N extends RequestName> = { id: number; name: N; request: RequestOf<N> };

interface Opened {
  readonly key: string;
  readonly timeline: Timeline;
  readonly shadow: SplayShadow;
  baseline: Timeline | null;
}

export class Host {
  private readonly environment: HostEnvironment;
  private library: Promise<TraceLibrary> | null = null;
  /** most recently used last */
  private opened: Opened[] = [];
  private waiting: ToWorker[] = [];
  private frame: Message<'frame'> | null = null;
  /** long work, done a slice at a time while nothing else is asked */
  private comparisons: Message<'compare'>[] = [];
  /** comes when it is asked for first: nobody waits for it on opening the page */
  private courses: CourseJobs | null = null;
  private pumping = false;
  private sliceStart = 0;
  private shownUs = 0;

  constructor(environment: HostEnvironment) {
    this.environment = environment;
  }

  handle(message: ToWorker): void {
    if (message.name === 'cancel') {
      this.waiting = this.waiting.filter(({ id }) => id !== message.id);
      this.courses?.cancel(message.id);
      return;
    }
    if (message.name === 'frame') {
      if (this.frame !== null) this.environment.post({ id: this.frame.id, superseded: true }, []);
      this.frame = message;
    } else {
      this.waiting.push(message);
    }
    if (!this.pumping) void this.pump();
  }

  private async pump(): Promise<void> {
    this.pumping = true;
    for (;;) {
      this.sliceStart = this.environment.now();
      const next = this.waiting.shift();
      if (next !== undefined) await this.guarded(next.id, () => this.answer(next));
      else if (this.frame !== null) await this.answerFrame(this.frame);
      else if (this.comparisons[0] !== undefined) await this.compareOn(this.comparisons[0]);
      else if (this.courses?.goOn(this.goOn) !== true && !this.lookAhead()) break;
      await this.environment.pause();
    }
    this.pumping = false;
  }

  /** @returns false if the work failed, which has been told then */
  private async guarded(id: number, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.environment.post({ id, error: error instanceof Error ? error.message : String(error) }, []);
      return false;
    }
  }

  /** true while this slice of time lasts */
  private readonly goOn = (): boolean => this.environment.now() - this.sliceStart < SLICE_MS;

  private async rest(): Promise<void> {
    await this.environment.pause();
    this.sliceStart = this.environment.now();
  }

  private async answer(message: ToWorker): Promise<void> {
    const { post } = this.environment;
    switch (message.name) {
      case 'describe':
        post({ id: message.id, name: 'describe', reply: catalogue(this.environment.version) }, []);
        return;
      case 'open':
        post({ id: message.id, name: 'open', reply: await this.open(message.request) }, []);
        return;
      case 'why': {
        const { runKey, atUs, target } = message.request;
        const { opened, sim } = await this.at(runKey, atUs);
        const causes = explain(sim, opened.timeline.series, target);
        post({ id: message.id, name: 'why', reply: { causes } }, []);
        return;
      }
      case 'page': {
        const { runKey, atUs, vm, page } = message.request;
        const { opened, sim } = await this.at(runKey, atUs);
        post({ id: message.id, name: 'page', reply: pageHistory(sim, opened.timeline.series, vm, page) }, []);
        return;
      }
      case 'compare':
        this.comparisons.push(message);
        return;
      case 'tables': {
        const { timeline } = this.touch(message.request.runKey);
        const untilUs = Math.min(message.request.untilUs, timeline.recordedUs);
        const values = readPaperTables(timeline.latest, timeline.series, timeline.run, untilUs);
        post({ id: message.id, name: 'tables', reply: { values, fills: tablesOf(timeline.run) } }, []);
        return;
      }
      case 'courses': {
        const library = await this.loaded();
        const problem = runProblem({ scenario: message.request.scenario, commands: [] }, library);
        if (problem !== null) throw new Error(problem);
        this.courses ??= new (await import('./course-jobs.ts')).CourseJobs(this.environment);
        this.courses.begin(message.id, message.request.scenario, library);
        return;
      }
      case 'hash': {
        const { sim } = await this.at(message.request.runKey, message.request.atUs);
        post({ id: message.id, name: 'hash', reply: { hash: hashSimulation(sim) } }, []);
        return;
      }
      default:
        throw new Error(`The worker knows no request "${message.name}".`);
    }
  }

  private async open(request: RequestOf<'open'>): Promise<{ runKey: string; problem: string | null }> {
    const { run, parentKey } = request;
    const library = await this.loaded();
    const problem = runProblem(run, library);
    const key = runKeyOf(run);
    if (problem !== null) return { runKey: key, problem };
    if (this.find(key) === undefined) {
      const parent = parentKey === null ? undefined : this.find(parentKey);
      // A copy, since the engine freezes what it runs.
      const own = JSON.parse(JSON.stringify(run)) as Run;
      const timeline = parent === undefined ? new Timeline(own, library) : parent.timeline.fork(own);
      this.opened.push({ key, timeline, shadow: new SplayShadow(), baseline: null });
      if (this.opened.length > KEPT_TIMELINES) this.opened.shift();
    }
    this.touch(key);
    this.shownUs = 0;
    return { runKey: key, problem: null };
  }

  private async loaded(): Promise<TraceLibrary> {
    this.library ??= this.environment.loadLibrary();
    try {
      return await this.library;
    } catch (error) {
      this.library = null;
      throw error;
    }
  }

  private find(key: string): Opened | undefined {
    return this.opened.find((candidate) => candidate.key === key);
  }

  private touch(key: string): Opened {
    const opened = this.find(key);
    if (opened === undefined) throw new Error(`The run ${key} is not open; open it first.`);
    this.opened = [...this.opened.filter((candidate) => candidate !== opened), opened];
    return opened;
  }

  private async at(runKey: string, atUs: number): Promise<{ opened: Opened; sim: SimState }> {
    const opened = this.touch(runKey);
    for (;;) {
      const sim = opened.timeline.seek(atUs, this.goOn);
      if (sim !== null) return { opened, sim };
      await this.rest();
    }
  }

  private async answerFrame(message: Message<'frame'>): Promise<void> {
    const fine = await this.guarded(message.id, async () => {
      const { request } = message;
      const opened = this.touch(request.runKey);
      const sim = opened.timeline.seek(request.toUs, this.goOn);
      // Not there yet: stay the wanted frame, let others in, and go on in the next turn.
      if (sim === null) return;
      this.frame = null;
      this.shownUs = request.toUs;
      const { series } = opened.timeline;
      const wantTree = request.treeProcess >= 0;
      const tree = wantTree
        ? writeTree(sim, series, opened.shadow, request.treeProcess, request.treeRows)
        : null;
      const frame = writeFrame(request, sim, series, tree);
      this.environment.post({ id: message.id, name: 'frame', reply: frame }, buffersOf(frame));
    });
    if (!fine && this.frame === message) this.frame = null;
  }

  /** One slice of a comparison; its answer when both runs have moved the VM, or cannot. */
  private async compareOn(message: Message<'compare'>): Promise<void> {
    const { runKey, vm } = message.request;
    let done = true;
    await this.guarded(message.id, async () => {
      const opened = this.find(runKey);
      if (opened === undefined) throw new Error(`The run ${runKey} is not open any more; open it again.`);
      opened.baseline ??= newBaseline(opened.timeline);
      const { timeline, baseline } = opened;
      done = recordUntilMoved(timeline, vm, this.goOn) && recordUntilMoved(baseline, vm, this.goOn);
      if (!done) return;
      this.environment.post({ id: message.id, name: 'compare', reply: compare(timeline, baseline, vm) }, []);
    });
    if (done) this.comparisons.shift();
  }

  /** Records the active run a slice further. @returns false when there is nothing left to do */
  private lookAhead(): boolean {
    const opened = this.opened.at(-1);
    if (opened === undefined) return false;
    const { timeline } = opened;
    if (isFinished(timeline.latest)) return false;
    const idle = timeline.run.commands.length === 0;
    const limit = idle ? this.shownUs + LOOK_AHEAD_US : Number.POSITIVE_INFINITY;
    if (timeline.recordedUs >= limit) return false;
    try {
      timeline.record(Math.min(limit, timeline.recordedUs + 1_000_000), this.goOn);
      return true;
    } catch {
      // Nobody asked for this moment yet. Whoever does is told.
      return false;
    }
  }
}

function runKeyOf(run: Run): string {
  return hashState(JSON.stringify(run));
}
