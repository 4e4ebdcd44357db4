/** What an observer writes down of one course: answers, owners, what was noticed, what is lost. */
import type { Micros, Millis, Pages } from '../../base/units.ts';
import { corruptBlocks } from '../cluster/disk.ts';
import type { HistoryEvent } from '../simulation/history.ts';
import type { SimState, SimVm } from '../simulation/state.ts';
import { isPresent, nodeName, pingedVm, vmName } from '../simulation/state.ts';
import { believedOwners, type TrueOwner, trueOwners } from './course-owners.ts';
import { SpanBook } from './span-book.ts';

/** One row of `rtt`: mean and extremes of the answered pings of this time; NaN where none was answered. */
export const RTT_BIN_US: Micros = 100_000;
export const RTT_BIN_WIDTH = 3;

interface Gap {
  readonly fromUs: Micros;
  readonly toUs: Micros;
  /** nobody answers at the end of the course either */
  readonly open: boolean;
}

/** The pinged guest on one node (0-based), in truth. */
interface OwnerSpan extends TrueOwner {
  readonly fromUs: Micros;
  readonly toUs: Micros;
}

/** Where whoever leads believes it to be. */
interface BeliefSpan {
  /** 0-based: the believer, and the node it names */
  readonly by: number;
  readonly node: number;
  readonly fromUs: Micros;
  readonly toUs: Micros;
}

export interface CourseObservations {
  readonly pings: number;
  readonly lost: number;
  /** min, mean, max in ms, one row a bin */
  readonly rtt: Float64Array;
  readonly gaps: readonly Gap[];
  readonly truth: readonly OwnerSpan[];
  readonly belief: readonly BeliefSpan[];
  /** what concerns the failure and the pinged guest */
  readonly events: readonly HistoryEvent[];
  /** the command was refused; the sentence of the log is among the events */
  readonly refused: boolean;
  /** from the failure until the first survivor declares the node dead; null = nobody does */
  readonly detectedMs: Millis | null;
  readonly outageMs: { readonly longest: Millis; readonly total: Millis };
  /** from the failure until answers come again for good; 0 = they never stopped, null = not before the end */
  readonly answersAfterMs: Millis | null;
  /** how long the pinged guest ran twice, how often that began, and whether it does at the end */
  readonly twice: { readonly ms: Millis; readonly times: number; readonly atEnd: boolean };
  /** blocks of its disk that may have been overwritten by somebody who did not know of them */
  readonly corruptBlocks: number;
  /** of all guests: how many ran twice, and their blocks together */
  readonly allGuests: { readonly guests: number; readonly ranTwice: number; readonly corruptBlocks: number };
  /** memory that did not come along: all of it, where whoever answers now was booted, or nobody does */
  readonly pagesLost: Pages;
}

const REFUSALS = new Set(['stop-refused', 'command-refused']);

/** Told of any guest or node … */
const OF_THE_CLUSTER = new Set([
  'shot-aimed',
  'shot',
  'shot-failed',
  'gives-up',
  'stop-refused',
  'command-refused',
]);
/** … of the failing node only … */
const OF_THE_NODE = new Set(['stop-command', 'node-crashed', 'node-frozen', 'node-thawed', 'cut-heartbeat']);
/** … and of the pinged guest only. */
const OF_THE_GUEST = new Set([
  'vm-shutdown',
  'vm-stopped',
  'round-started',
  'suspended',
  'activated',
  'aborted',
  'boot-started',
  'booted',
  'split-brain',
  'split-brain-over',
  'no-room',
]);

export class CourseWatch {
  private readonly sim: SimState;
  private readonly vm: SimVm;
  private readonly node: number;
  private readonly failureUs: Micros;
  private readonly gaps: Gap[] = [];
  private readonly bins: number[] = [];
  private bin = { at: 0, min: Number.NaN, max: Number.NaN, sum: 0, count: 0 };
  private silentFromUs = -1;
  private pinged = 0;
  private readonly truth = new SpanBook<TrueOwner>();
  private readonly belief = new SpanBook<{ by: number; node: number }>();

  /** @param node 0-based */
  constructor(sim: SimState, node: number, failureUs: Micros) {
    this.sim = sim;
    this.vm = pingedVm(sim);
    this.node = node;
    this.failureUs = failureUs;
  }

  /** Just after a ping was sent. */
  look(): void {
    const { nowUs, pings } = this.sim;
    if (pings.sent > this.pinged) this.answer(nowUs, pings.lastMs);
    this.pinged = pings.sent;
    this.truth.note(nowUs, trueOwners(this.sim, this.vm));
    this.belief.note(nowUs, believedOwners(this.sim, this.vm));
  }

  observations(): CourseObservations {
    const { sim, vm, gaps } = this;
    const endUs = sim.nowUs;
    if (this.silentFromUs >= 0) gaps.push({ fromUs: this.silentFromUs, toUs: endUs, open: true });
    this.silentFromUs = -1;
    this.endBin();
    const events = sim.log.filter((event) => this.concerns(event));
    const rate = sim.scenario.storage.writesPerSecond;
    const blocks = sim.vms.map((one) => corruptBlocks(one.disk, rate, endUs));
    const last = gaps.at(-1);
    const detected = events.find(({ code }) => code === 'peer-dead')?.atUs;
    const booted = events.some(({ code }) => code === 'booted');
    return {
      pings: sim.pings.sent,
      lost: sim.pings.lost,
      rtt: Float64Array.from(this.bins),
      gaps,
      truth: this.truth.close(endUs),
      belief: this.belief.close(endUs),
      events,
      refused: events.some(({ atUs, code }) => atUs === this.failureUs && REFUSALS.has(code)),
      detectedMs: detected === undefined ? null : (detected - this.failureUs) / 1000,
      outageMs: {
        longest: gaps.reduce((most, gap) => Math.max(most, gap.toUs - gap.fromUs), 0) / 1000,
        total: gaps.reduce((sum, gap) => sum + gap.toUs - gap.fromUs, 0) / 1000,
      },
      answersAfterMs: last === undefined ? 0 : last.open ? null : (last.toUs - this.failureUs) / 1000,
      twice: {
        ms: sharedUs(vm, endUs) / 1000,
        times: events.filter(({ code }) => code === 'split-brain').length,
        atEnd: vm.disk.sharedSinceUs >= 0,
      },
      corruptBlocks: blocks[vm.id] ?? 0,
      allGuests: {
        guests: sim.vms.length,
        ranTwice: sim.vms.filter((one) => sharedUs(one, endUs) > 0).length,
        corruptBlocks: blocks.reduce((sum, one) => sum + one, 0),
      },
      pagesLost: booted || !isPresent(vm) ? vm.memoryPages : 0,
    };
  }

  private answer(nowUs: Micros, rttMs: Millis): void {
    while (nowUs >= this.bin.at + RTT_BIN_US) this.endBin();
    const { bin } = this;
    const silent = Number.isNaN(rttMs);
    if (silent) {
      if (this.silentFromUs < 0) this.silentFromUs = nowUs;
      return;
    }
    if (this.silentFromUs >= 0) {
      this.gaps.push({ fromUs: this.silentFromUs, toUs: nowUs, open: false });
      this.silentFromUs = -1;
    }
    bin.min = bin.count === 0 ? rttMs : Math.min(bin.min, rttMs);
    bin.max = bin.count === 0 ? rttMs : Math.max(bin.max, rttMs);
    bin.sum += rttMs;
    bin.count += 1;
  }

  private endBin(): void {
    const { bin } = this;
    const mean = bin.count === 0 ? Number.NaN : bin.sum / bin.count;
    this.bins.push(bin.min, mean, bin.max);
    this.bin = { at: bin.at + RTT_BIN_US, min: Number.NaN, max: Number.NaN, sum: 0, count: 0 };
  }

  private concerns({ atUs, code, slots }: HistoryEvent): boolean {
    if (atUs < this.failureUs) return false;
    const name = nodeName(this.node);
    // That the move begins is told, not each of its rounds.
    if (code === 'round-started' && slots.round !== 1) return false;
    if (code === 'peer-dead') return slots.peer === name;
    if (OF_THE_CLUSTER.has(code)) return true;
    if (OF_THE_NODE.has(code)) return slots.node === name;
    return OF_THE_GUEST.has(code) && slots.vm === vmName(this.sim, this.vm.id);
  }
}

function sharedUs({ disk }: SimVm, nowUs: Micros): Micros {
  return disk.sharedUs + (disk.sharedSinceUs < 0 ? 0 : nowUs - disk.sharedSinceUs);
}
