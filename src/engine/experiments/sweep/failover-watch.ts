/** What an observer writes down of a cluster run: answers, moves, what was noticed, what is lost. */
import type { Micros, Millis } from '../../../base/units.ts';
import { microsFromMillis } from '../../../base/units.ts';
import { corruptBlocks } from '../../cluster/disk.ts';
import type { TimedCommand } from '../../simulation/scenario.ts';
import type { Series } from '../../simulation/series.ts';
import { isPresent, nodeName, type SimState, takesPart } from '../../simulation/state.ts';
import { figuresOf } from './figures.ts';
import type { Outcome } from './outcome.ts';
import type { RunCurve } from './spec.ts';

class Mean {
  private sum = 0;
  private count = 0;

  add(value: number): void {
    this.sum += value;
    this.count += 1;
  }

  get value(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }
}

export class FailoverWatch {
  private readonly sim: SimState;
  private readonly firstUs: Micros;
  private pinged = 0;
  private logged = 0;
  private cpuRows = 0;
  private silentFromUs: Micros = -1;
  private longestUs: Micros = 0;
  private silentUs: Micros = 0;
  private readonly before = new Mean();
  private readonly during = new Mean();
  private readonly after = new Mean();
  private cpuPeak = 0;
  private falseAlarms = 0;
  private detectedMs: Millis | null = null;
  /** by node's name: when it fell silent for good */
  private readonly failedUs = new Map<string, Micros>();
  private readonly curves: { rtt: number[]; left: number[]; cpu: number[][] } | null;

  constructor(sim: SimState, commands: readonly TimedCommand[], wantsCurves: boolean) {
    this.sim = sim;
    const first = commands[0];
    this.firstUs = first === undefined ? Number.POSITIVE_INFINITY : microsFromMillis(first.atMs);
    this.curves = wantsCurves ? { rtt: [], left: [], cpu: sim.nodes.map(() => []) } : null;
  }

  /** Just after a ping was sent, or CPU was sampled. */
  look(cpu: Series['cpu']): void {
    const { sim } = this;
    if (sim.pings.sent > this.pinged) this.answer(sim.pings.lastMs);
    this.pinged = sim.pings.sent;
    for (; this.logged < sim.log.length; this.logged += 1) this.read(this.logged);
    for (; this.cpuRows < cpu.rows; this.cpuRows += 1) {
      const percent = cpu.at(this.cpuRows, 2);
      if (percent > this.cpuPeak) this.cpuPeak = percent;
      this.curves?.cpu[cpu.at(this.cpuRows, 1)]?.push(cpu.at(this.cpuRows, 0) / 1000, percent);
    }
  }

  outcome(): Outcome {
    const { sim } = this;
    const { nowUs } = sim;
    const silentAtEnd = this.silentFromUs >= 0;
    if (silentAtEnd) this.closeGap(nowUs);
    const sharedUs = sim.vms.reduce((sum, { disk }) => {
      return sum + disk.sharedUs + (disk.sharedSinceUs < 0 ? 0 : nowUs - disk.sharedSinceUs);
    }, 0);
    const rate = sim.scenario.storage.writesPerSecond;
    const moved = sim.migrations.filter(({ outcome }) => outcome === 'completed');
    const starts = moved.flatMap(({ startUs }) => (startUs === null ? [] : [startUs]));
    const ends = moved.flatMap(({ endUs }) => (endUs === null ? [] : [endUs]));
    const pauses = moved.flatMap(({ suspendUs, endUs }) =>
      suspendUs === null || endUs === null ? [] : [endUs - suspendUs],
    );
    const booted = new Set(sim.log.filter(({ code }) => code === 'booted').map(({ slots }) => slots.vm));
    return {
      outcome: sharedUs > 0 ? 'split-brain' : silentAtEnd ? 'down' : 'completed',
      problem: null,
      figures: figuresOf('failover', {
        longestOutageMs: this.longestUs / 1000,
        totalOutageMs: this.silentUs / 1000,
        pingsLost: sim.pings.lost,
        rttBeforeMs: this.before.value,
        rttDuringMs: this.during.value,
        rttAfterMs: this.after.value,
        migrationMs: starts.length === 0 ? null : (mostOf(ends) - leastOf(starts)) / 1000,
        downtimeMs: pauses.length === 0 ? null : mostOf(pauses) / 1000,
        bytesSent: sim.migrations.reduce((sum, { bytesSent }) => sum + bytesSent, 0),
        pagesLost: sim.vms.reduce((sum, vm) => {
          const lost = !isPresent(vm) || booted.has(sim.scenario.guests[vm.id]?.name ?? '');
          return sum + (lost ? vm.memoryPages : 0);
        }, 0),
        detectedMs: this.detectedMs,
        falseAlarms: this.falseAlarms,
        ranTwiceMs: sharedUs / 1000,
        corruptBlocks: sim.vms.reduce((sum, { disk }) => sum + corruptBlocks(disk, rate, nowUs), 0),
        cpuPeakPercent: this.cpuPeak,
      }),
      curves: this.drawn(),
    };
  }

  private answer(rttMs: Millis): void {
    const { sim, curves } = this;
    const { nowUs } = sim;
    const moving = sim.migrations.some(({ startUs, endUs }) => startUs !== null && endUs === null);
    if (curves !== null) {
      curves.rtt.push(nowUs / 1000, rttMs);
      const left = sim.jobs.reduce((sum, { transfer }) => sum + transfer.remaining, 0);
      curves.left.push(nowUs / 1000, moving ? left : Number.NaN);
    }
    if (Number.isNaN(rttMs)) {
      if (this.silentFromUs < 0) this.silentFromUs = nowUs;
      return;
    }
    if (this.silentFromUs >= 0) this.closeGap(nowUs);
    const mean = nowUs < this.firstUs ? this.before : moving ? this.during : this.after;
    mean.add(rttMs);
  }

  private closeGap(nowUs: Micros): void {
    const gapUs = nowUs - this.silentFromUs;
    this.silentFromUs = -1;
    this.silentUs += gapUs;
    if (gapUs > this.longestUs) this.longestUs = gapUs;
  }

  private read(row: number): void {
    const event = this.sim.log[row];
    if (event === undefined) return;
    const { code, slots, atUs } = event;
    if (code === 'node-crashed' || code === 'node-frozen') this.failedUs.set(String(slots.node), atUs);
    if (code !== 'peer-dead') return;
    const peer = String(slots.peer);
    const node = this.sim.nodes.find(({ id }) => nodeName(id) === peer);
    if (node !== undefined && takesPart(node)) this.falseAlarms += 1;
    const failedUs = this.failedUs.get(peer);
    if (failedUs !== undefined && this.detectedMs === null) this.detectedMs = (atUs - failedUs) / 1000;
  }

  private drawn(): RunCurve[] {
    const { curves } = this;
    if (curves === null) return [];
    const curve = (name: string, label: string, unit: string, pairs: readonly number[]): RunCurve => ({
      name,
      label,
      unit,
      at: Float64Array.from({ length: pairs.length / 2 }, (_, i) => pairs[2 * i] as number),
      value: Float64Array.from({ length: pairs.length / 2 }, (_, i) => pairs[2 * i + 1] as number),
    });
    return [
      curve('rtt', 'Round trip', 'ms', curves.rtt),
      curve('left', 'Pages left', 'pages', curves.left),
      ...curves.cpu.map((pairs, node) => curve(`cpu-${node + 1}`, `CPU of node ${node + 1}`, '%', pairs)),
    ];
  }
}

/** Loops, not Math.max(...): there may be many. */
function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => (value > most ? value : most), Number.NEGATIVE_INFINITY);
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, value) => (value < least ? value : least), Number.POSITIVE_INFINITY);
}
