/**
 * Moves one VM over one link, without a cluster. Time goes page by page and tick by tick: the guest's writes happen at
 * its ticks, a page leaves when the wire (and, while the guest runs, the pace) lets it.
 *
 *   stop-and-copy   ─ last copy
 *   pre-copy        ─ live rounds ─ last copy
 *   hybrid          ─ live rounds to the second dirty sync ─ switch-over ─ post-copy
 *   post-copy       ─ switch-over ─ post-copy
 */
import { MOVE_PHASE, MOVE_STATE } from '../../base/columns.ts';
import type { Millis } from '../../base/units.ts';
import type { TraceLibrary } from '../memory/trace.ts';
import type { StopReason, Strategy } from '../migration/strategy.ts';
import { stopRuleOf, strategyOf } from '../migration/strategy-registry.ts';
import { GaveUp, HostDeath, SoloCourse } from './solo-course.ts';
import { fullRounds } from './solo-full-rounds.ts';
import { RAN_BEFORE_MS } from './solo-guest.ts';
import type { SoloJournal } from './solo-journal.ts';
import { lastCopy } from './solo-last-copy.ts';
import { isLost, lossOf } from './solo-loss.ts';
import { PostCopy } from './solo-post-copy.ts';
import { type SoloResult, toMicroDigits } from './solo-result.ts';
import type { SoloSpec } from './solo-spec.ts';
import { type RoundsEnd, roundsByThreshold } from './solo-threshold-rounds.ts';

export type { SoloResult } from './solo-result.ts';

/** a migration given up leaves the VM at its source */
const PHASE_OF: Readonly<Record<SoloResult['outcome'], number>> = {
  completed: MOVE_PHASE.completed,
  'not-converged': MOVE_PHASE.aborted,
  aborted: MOVE_PHASE.aborted,
  'vm-lost': MOVE_PHASE.lost,
};
/** the one that begins a migration, and the one after its first pass */
const SYNCS_BEFORE_SWITCH = 2;

/** @throws Error with one sentence where the memory cannot hold the workload or a kind is unknown */
export function migrateSolo(spec: SoloSpec, library: TraceLibrary): SoloResult {
  const steps = migrateSoloSteps(spec, library);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * The same in slices: yields now and then how far it is, in ms since the migration began. How often it is asked to go
 * on changes nothing.
 * @param journal watches it, for those who want to see every moment
 */
export function migrateSoloSteps(
  spec: SoloSpec,
  library: TraceLibrary,
  journal: SoloJournal | null = null,
): Generator<Millis, SoloResult, void> {
  return new Solo(spec, library, journal).run();
}

class Solo {
  private readonly spec: SoloSpec;
  private readonly strategy: Strategy;
  private readonly course: SoloCourse;
  private suspendedMs: Millis | null = null;
  private reason: StopReason | null = null;
  private postCopy: PostCopy | null = null;
  private readonly journal: SoloJournal | null;
  /** known once the VM runs at the destination, or nothing is left to send */
  private downtimeMs: Millis | null = null;

  constructor(spec: SoloSpec, library: TraceLibrary, journal: SoloJournal | null) {
    this.spec = spec;
    this.strategy = strategyOf(spec.strategy.kind);
    this.journal = journal;
    this.course = new SoloCourse(spec, this.strategy, library, journal);
  }

  *run(): Generator<Millis, SoloResult, void> {
    try {
      yield* this.phases();
      return this.result('completed');
    } catch (error) {
      if (error instanceof GaveUp) {
        this.course.closeRound();
        return this.result('not-converged');
      }
      if (error instanceof HostDeath) return this.died(error.side);
      throw error;
    }
  }

  private *phases(): Generator<Millis, void, void> {
    const { course, strategy, spec } = this;
    yield* this.predict();
    course.guest.onWrite = (page) => course.transfer.write(page);
    let threshold = 0;
    if (!strategy.suspendsFirst) {
      const end = yield* this.liveRounds();
      this.reason = end.reason;
      threshold = end.threshold;
    }
    course.guestRuns = false;
    this.suspendedMs = course.nowMs;
    this.journal?.suspend(course.nowMs);
    if (strategy.resumesEarly && this.reason?.rule !== 'below-threshold') {
      const { postcopyBandwidthBytesPerSecond: pace, maxBandwidthBytesPerSecond, prePaging } = spec.strategy;
      const follows = !strategy.suspendsFirst;
      this.postCopy = new PostCopy(course, {
        order: follows ? 'forward' : prePaging,
        quota: course.quota(pace === 0 ? null : (pace ?? maxBandwidthBytesPerSecond)),
        urgentRequests: !follows,
        finishBelow: threshold,
      });
      if (spec.strategy.selfBallooning) this.postCopy.balloon();
      this.downtimeMs = this.postCopy.switchOver();
      this.journal?.resume(this.suspendedMs + this.downtimeMs, MOVE_PHASE.postCopy);
      yield* this.postCopy.fetchAll();
    } else {
      yield* lastCopy(course, this.reason?.rule === 'below-threshold');
      this.downtimeMs = course.nowMs - this.suspendedMs;
      this.journal?.resume(course.nowMs, MOVE_PHASE.completed);
    }
    this.assertNothingLost();
  }

  /** The guest has run before; where its working set is predicted, that is held back. */
  private *predict(): Generator<Millis, void, void> {
    const { guest, transfer } = this.course;
    const { warmUpMs, workingSetPages, hold } = this.spec.strategy;
    for (const _ of guest.warmUp(this.strategy.predicts ? warmUpMs : RAN_BEFORE_MS)) yield 0;
    if (!this.strategy.predicts) return;
    transfer.hold(guest.predict(workingSetPages, this.roundOneMs()), hold === 'until-stop');
  }

  private liveRounds(): Generator<Millis, RoundsEnd, void> {
    const { course, strategy, spec } = this;
    if (strategy.resumesEarly) return roundsByThreshold(course, strategy.adaptsRate, SYNCS_BEFORE_SWITCH);
    const rule = stopRuleOf(spec.strategy.stopRule.kind);
    if (rule.rounds === 'by-threshold') return roundsByThreshold(course, strategy.adaptsRate);
    return fullRounds(course, rule, strategy.adaptsRate);
  }

  /** every page once, at the pace and with the losses to be expected */
  private roundOneMs(): Millis {
    const { course } = this;
    const { link, strategy } = this.spec;
    let bytes = 0;
    for (let page = 0; page < course.guest.pages; page += 1) bytes += course.encoder.plainBytes(page);
    const pace = Math.min(
      course.wire.bytesPerSecond,
      strategy.maxBandwidthBytesPerSecond ?? Number.POSITIVE_INFINITY,
    );
    return (bytes * 1000) / (pace * (1 - link.lossRate));
  }

  /** A host died: the VM goes on where it ran before, or is gone. */
  private died(side: HostDeath['side']): SoloResult {
    const { course, postCopy, suspendedMs } = this;
    course.closeRound();
    const phase = suspendedMs === null ? 'live' : postCopy === null ? 'stop-and-copy' : 'post-copy';
    const aborted = side === 'destination' && phase !== 'post-copy';
    // Whoever was paused at its source and goes on there was down until then.
    this.downtimeMs ??= suspendedMs === null ? 0 : course.nowMs - suspendedMs;
    const { transfer, guest, nowMs } = course;
    const { versions } = guest;
    const isWrittenHere = (page: number): boolean => postCopy?.isWrittenHere(page) ?? false;
    const death = { side, phase, transfer, versions, isWrittenHere } as const;
    this.journal?.turn(nowMs, 'death');
    if (aborted && suspendedMs !== null) this.journal?.resume(nowMs, MOVE_PHASE.aborted);
    for (let page = 0; page < guest.pages; page += 1) {
      if (aborted) this.journal?.page(nowMs, page, MOVE_STATE.atHome);
      else if (isLost(death, page)) this.journal?.page(nowMs, page, MOVE_STATE.lost);
    }
    return { ...this.result(aborted ? 'aborted' : 'vm-lost'), lost: lossOf(death) };
  }

  private assertNothingLost(): void {
    const { versions } = this.course.guest;
    const { destination } = this.course.transfer;
    for (let page = 0; page < versions.length; page += 1) {
      if (destination[page] !== (versions[page] as number) + 1) {
        throw new Error(`Lost write: page ${page} did not arrive in its newest version.`);
      }
    }
  }

  private result(outcome: SoloResult['outcome']): SoloResult {
    const { course } = this;
    const { transfer } = course;
    const { xbzrle } = course.encoder;
    this.journal?.finish(course.nowMs, PHASE_OF[outcome], this.spec.link.outages);
    return {
      outcome,
      totalTimeMs: toMicroDigits(course.nowMs),
      downtimeMs: toMicroDigits(this.downtimeMs ?? 0),
      bytesSent: course.bytesSent,
      pagesSent: transfer.totalSent,
      rounds: course.rounds,
      strategy: this.strategy.kind,
      stopReason: this.reason,
      heldPages: transfer.heldPages,
      heldPagesWritten: transfer.heldWritten,
      pageWrites: course.guest.pageWrites,
      cpuMs: toMicroDigits(course.cpuSpentMs),
      postCopy: this.postCopy?.soFar ?? null,
      xbzrle: xbzrle === null ? null : { hits: xbzrle.hits, misses: xbzrle.misses },
      lost: null,
    };
  }
}
