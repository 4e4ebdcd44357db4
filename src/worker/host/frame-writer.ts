/** Puts one moment of a timeline into a frame (layout: protocol/frame). */
import { PAGE_STATE, SERIES_NAMES } from '../../base/columns.ts';
import { stopRuleOf } from '../../engine/migration/strategy-registry.ts';
import { goodput } from '../../engine/network/transmit-port.ts';
import { referenceRate } from '../../engine/simulation/caps.ts';
import { focusVm } from '../../engine/simulation/focus.ts';
import { hasBegun, jobOf } from '../../engine/simulation/jobs.ts';
import { historyOf } from '../../engine/simulation/observation.ts';
import { tailNow } from '../../engine/simulation/observe.ts';
import { jobBatchPages, jobPaceMbps, paceMbps } from '../../engine/simulation/pacing.ts';
import { PAGE_BYTES } from '../../engine/simulation/page-size.ts';
import { portQueueBytes } from '../../engine/simulation/port-queues.ts';
import type { Series } from '../../engine/simulation/series.ts';
import { isFinished, isSettled } from '../../engine/simulation/simulation.ts';
import { isExecuting, type SimState, type SimVm } from '../../engine/simulation/state.ts';
import {
  CPU_COLUMNS,
  CPU_WIDTH,
  type Frame,
  SCALAR,
  SCALAR_COUNT,
  type SeriesChunk,
  type TreeInset,
} from '../../protocol/frame.ts';
import type { FrameRequest } from '../../protocol/requests.ts';

const MEAN_WINDOW_US = 1_000_000;
const WRITE_WINDOW_ROWS = 10;

export function writeFrame(
  request: FrameRequest,
  sim: SimState,
  series: Series,
  tree: TreeInset | null,
): Frame {
  const haveHistory = request.have.historyRevision === sim.revision;
  return {
    generation: request.generation,
    runKey: request.runKey,
    scalars: scalarsOf(sim, series),
    cpu: cpuOf(sim, series),
    heard: Float64Array.from(sim.nodes.flatMap((node) => node.peers.map((peer) => peer.heardUs))),
    pages: request.wantPages ? pagesOf(sim) : null,
    tree,
    history: haveHistory ? null : historyOf(sim),
    series: newRows(request, sim, series),
  };
}

/** The buffers of a frame, to be handed over instead of copied. */
export function buffersOf(frame: Frame): ArrayBuffer[] {
  const arrays: (ArrayBufferView | null | undefined)[] = [
    frame.scalars,
    frame.cpu,
    frame.heard,
    frame.pages,
    frame.tree?.rows,
    ...frame.series.map((chunk) => chunk.rows),
  ];
  return arrays.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}

function pagesOf(sim: SimState): Uint8Array {
  const vm = focusVm(sim);
  const job = jobOf(sim, vm.id);
  if (job !== null && hasBegun(job)) return job.transfer.state.slice();
  const state = vm.activatedUs >= 0 ? PAGE_STATE.arrived : PAGE_STATE.atHome;
  return new Uint8Array(vm.memoryPages).fill(state);
}

function scalarsOf(sim: SimState, series: Series): Float64Array {
  const out = new Float64Array(SCALAR_COUNT);
  const vm = focusVm(sim);
  out[SCALAR.timeUs] = sim.nowUs;
  out[SCALAR.focusVm] = vm.id;
  out[SCALAR.pagesTotal] = vm.memoryPages;
  writeTransfer(out, sim, vm);
  writePings(out, sim, series);
  writeRates(out, sim, series, vm);
  out[SCALAR.tailShare] = isExecuting(vm) ? tailNow(sim, vm) : 0;
  out[SCALAR.settled] = isSettled(sim) ? 1 : 0;
  out[SCALAR.finished] = isFinished(sim) ? 1 : 0;
  out[SCALAR.historyRevision] = sim.revision;
  out[SCALAR.stopBelowPages] = stopRuleOf('xen').stopBelowPages ?? Number.NaN;
  return out;
}

function writeTransfer(out: Float64Array, sim: SimState, vm: SimVm): void {
  const last = sim.migrations.findLast((record) => record.vm === vm.id);
  const ours = jobOf(sim, vm.id);
  out[SCALAR.sourceNode] = ours?.from ?? last?.from ?? vm.node;
  out[SCALAR.destinationNode] = ours?.to ?? last?.to ?? -1;
  const link = sim.scenario.network.linkMbps;
  const shared = ours !== null && ours.mbps > 0 ? Math.min(ours.mbps, link) : link;
  const total = goodput(shared) / 8;
  const pace = ours === null ? paceMbps(sim, vm.node) : jobPaceMbps(sim, ours);
  out[SCALAR.streamBytesPerSecond] = total;
  out[SCALAR.paceBytesPerSecond] = Math.min(total, (pace * 1e6) / 8);
  out[SCALAR.pausedForUs] = Number.NaN;
  out[SCALAR.batchStartUs] = Number.NaN;
  out[SCALAR.batchChangeUs] = Number.NaN;
  if (ours === null) {
    const moved = vm.activatedUs >= 0;
    out[moved ? SCALAR.pagesArrived : SCALAR.pagesToSend] = vm.memoryPages;
    out[SCALAR.pagesSent] = last?.pagesSent ?? 0;
    out[SCALAR.bytesSent] = last?.bytesSent ?? 0;
    return;
  }
  const { transfer } = ours;
  const { counts } = transfer;
  out[SCALAR.transferring] = transfer.round > 0 ? 1 : 0;
  out[SCALAR.round] = transfer.round;
  out[SCALAR.pagesToSend] = counts[PAGE_STATE.toSend] as number;
  out[SCALAR.pagesArrived] = counts[PAGE_STATE.arrived] as number;
  out[SCALAR.pagesWrittenAgain] = counts[PAGE_STATE.writtenAgain] as number;
  out[SCALAR.pagesHeldBack] = counts[PAGE_STATE.heldBack] as number;
  out[SCALAR.pagesLeft] = transfer.remaining;
  out[SCALAR.pagesSent] = transfer.totalSent;
  out[SCALAR.bytesSent] = transfer.totalSent * PAGE_BYTES;
  out[SCALAR.roundToSend] = transfer.listed;
  out[SCALAR.roundSent] = transfer.sentInRound;
  out[SCALAR.roundSkipped] = transfer.skippedInRound;
  out[SCALAR.roundDirtied] = transfer.dirtiedInRound;
  out[SCALAR.streamOn] = ours.streamOn ? 1 : 0;
  out[SCALAR.batch] = sim.batches;
  out[SCALAR.queueBytes] = ours.streamOn ? portQueueBytes(sim, ours.from) : 0;
  if (transfer.round > 0) {
    out[SCALAR.batchStartUs] = ours.batchStartUs;
    const left = jobBatchPages(sim, ours) - ours.batchSent;
    out[SCALAR.batchChangeUs] = ours.streamOn
      ? sim.nowUs + left * ours.pageUs
      : ours.streamFromUs + Math.floor(ours.batch * ours.periodUs);
  }
  const suspendUs = sim.migrations[ours.id]?.suspendUs ?? null;
  if (suspendUs !== null) out[SCALAR.pausedForUs] = sim.nowUs - suspendUs;
}

function writePings(out: Float64Array, sim: SimState, series: Series): void {
  const { pings } = series;
  out[SCALAR.lastPingSentUs] = sim.pings.lastSentUs;
  out[SCALAR.lastPingMs] = sim.pings.lastMs;
  out[SCALAR.lostPingsTotal] = sim.pings.lost;
  let sum = 0;
  let answered = 0;
  let lost = 0;
  for (let row = pings.rowsUntil(sim.nowUs) - 1; row >= 0; row -= 1) {
    if (pings.at(row, 0) <= sim.nowUs - MEAN_WINDOW_US) break;
    const rtt = pings.at(row, 1);
    if (Number.isNaN(rtt)) lost += 1;
    else {
      sum += rtt;
      answered += 1;
    }
  }
  out[SCALAR.meanPingMs] = answered > 0 ? sum / answered : Number.NaN;
  out[SCALAR.lostPings] = lost;
}

function writeRates(out: Float64Array, sim: SimState, series: Series, vm: SimVm): void {
  const executing = isExecuting(vm);
  const rate = referenceRate(sim, vm);
  out[SCALAR.referencesPerSecond] = executing ? rate : 0;
  const { progress } = series;
  const end = progress.rowsUntil(sim.nowUs);
  let writes = 0;
  let rows = 0;
  for (let row = end - 1; row >= 0 && rows < WRITE_WINDOW_ROWS; row -= 1) {
    if (progress.at(row, 1) !== vm.id) break;
    writes += progress.at(row, 2);
    rows += 1;
  }
  // While it is paused it writes nothing, whatever the window before still holds.
  out[SCALAR.writesPerSecond] = executing && rows > 0 ? (writes * 100) / rows : 0;
}

function cpuOf(sim: SimState, series: Series): Float64Array {
  const out = new Float64Array(sim.nodes.length * CPU_WIDTH);
  const { cpu } = series;
  const end = cpu.rowsUntil(sim.nowUs);
  for (let row = Math.max(0, end - sim.nodes.length); row < end; row += 1) {
    const node = cpu.at(row, 1);
    out[node * CPU_WIDTH + CPU_COLUMNS.percent] = cpu.at(row, 2);
    out[node * CPU_WIDTH + CPU_COLUMNS.dom0Percent] = cpu.at(row, 3);
  }
  return out;
}

/** Rows the page lacks, up to the moment shown. The page log and its like stay here: they are asked for one by one. */
function newRows(request: FrameRequest, sim: SimState, series: Series): SeriesChunk[] {
  const chunks: SeriesChunk[] = [];
  for (const name of SERIES_NAMES) {
    if (name === 'pages') continue;
    const from = request.have.series[name];
    const to = series[name].rowsUntil(sim.nowUs);
    if (to > from) chunks.push({ name, from, rows: series[name].slice(from, to) });
  }
  return chunks;
}
