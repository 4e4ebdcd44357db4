/** The moving things on the data LAN: queued packets, pages on the wire, pings, announcements. Static lines are SVG. */
import {
  type BatchPicture,
  batchPicture,
  batchTimes,
  goodputMbps,
  pingPicture,
  type QueuePicture,
  queuePicture,
  standingQueueBytes,
  wireOffsets,
} from '../../../layout/port.ts';
import {
  along,
  type LanEnd,
  type LanPlan,
  type Point,
  pingWay,
  wayFromSwitch,
} from '../../../layout/topology.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import type { VmSummary } from '../../../protocol/model.ts';
import type { AppState } from '../../../store/types.ts';
import type { Palette } from '../../shared/palette.ts';
import { eventNode, paceNow, type StageModel, scalar } from './model.ts';

/** A packet in the pipe, its gap included, and the room kept at the pipe's rear for the ping that waits. */
const PACKET_STEP = 12;
const PACKET_WIDTH = 9;
const PACKET_HEIGHT = 18;
const PING_ROOM = 40;
const WIRE_GAP = 22;

export interface LanPicture {
  readonly streaming: boolean;
  /** where the replies to the pings are while a stream is on: at this port, at another one, or nowhere */
  readonly replies: 'here' | 'elsewhere' | 'none';
  /** a reply stands behind the queue at this moment */
  readonly pingWaits: boolean;
  readonly batch: BatchPicture;
  readonly queueBytes: number;
  readonly queue: QueuePicture;
  readonly pace: number;
  readonly pingsPerDrawn: number;
}

/** What the LAN shows at this moment; the labels read it too. */
export function lanPicture(state: AppState, model: StageModel, plan: LanPlan): LanPicture {
  const { network, migration } = model.run.scenario;
  const pace = paceNow(state);
  const intervalUs = network.pingIntervalMs * 1000;
  const nowUs = scalar(state, SCALAR.timeUs);
  const paused = !Number.isNaN(scalar(state, SCALAR.pausedForUs));
  const streaming =
    scalar(state, SCALAR.transferring) === 1 && (!paused || scalar(state, SCALAR.streamOn) === 1);
  const paced = model.run.scenario.failover === 'paper-script' && !paused;
  const rate = paced ? migration.rateMbps : network.linkMbps;
  const shareMbps = shareOf(state, network.linkMbps);
  const facts = {
    on: scalar(state, SCALAR.streamOn) === 1,
    batch: scalar(state, SCALAR.batch),
    startUs: scalar(state, SCALAR.batchStartUs),
    changeUs: scalar(state, SCALAR.batchChangeUs),
    nowUs,
  };
  // At rest nothing comes too fast for the eye: the batch of this very moment is drawn, so that the queue agrees with
  // the ping's own time.
  const watched = state.playback.playing ? pace : 0;
  const batch = batchPicture(facts, batchTimes(shareMbps, rate, migration.batchPages * 4096), watched);
  // Several streams at one port: the windows of all whose batches are on stand in it.
  const standing = scalar(state, SCALAR.queueBytes);
  const queueBytes = streaming ? Math.max(standingQueueBytes(network), standing || 0) : standing;
  const room = (plan.pipe.width - PING_ROOM - 8) / PACKET_STEP;
  const end = pingedEnd(model);
  const replies = end === null || isMute(model) ? 'none' : end === 'left' ? 'here' : 'elsewhere';
  return {
    streaming,
    replies,
    pingWaits: streaming && replies === 'here' && batch.on,
    batch,
    queueBytes,
    queue: queuePicture(queueBytes, room),
    pace,
    pingsPerDrawn: pingPicture(nowUs, intervalUs, pace).perDrawn,
  };
}

/** Mb/s of the link while a batch is on; less than the link's where others share the port. */
function shareOf(state: AppState, linkMbps: number): number {
  const payload = (scalar(state, SCALAR.streamBytesPerSecond) * 8) / 1e6;
  const whole = goodputMbps(linkMbps);
  return payload > 0 && payload < 0.999 * whole ? (linkMbps * payload) / whole : linkMbps;
}

/** x of the first and the last thing in the pipe: the waiting ping and the packet about to leave. */
export function queueSpan(plan: LanPlan, queue: QueuePicture): [ping: number, last: number] {
  const right = plan.pipe.x + plan.pipe.width - 12;
  return [right - queue.drawn * PACKET_STEP - 14, right];
}

export interface LanPaint {
  readonly context: CanvasRenderingContext2D;
  readonly plan: LanPlan;
  readonly colours: Palette;
  readonly still: boolean;
}

export function drawLan(paint: LanPaint, state: AppState, model: StageModel, picture: LanPicture): void {
  const end = pingedEnd(model);
  if (picture.streaming) drawStream(paint, scalar(state, SCALAR.timeUs), picture);
  if (!picture.streaming || picture.replies !== 'here') {
    drawPing(paint, state, model, end, picture.pace);
    const tail = scalar(state, SCALAR.tailShare);
    if (tail > 0.02 && end !== null) drawDiskReads(paint, state, end, tail, picture.pace);
  }
  drawArp(paint, state, model, picture.pace);
}

function endOf(model: StageModel, node: number): LanEnd {
  if (node === model.places.left) return 'left';
  return node === model.places.right ? 'right' : model.places.others.indexOf(node);
}

/** Where the pinged VM answers; null while it runs nowhere. */
function pingedEnd(model: StageModel): LanEnd | null {
  const pinged = pingedVm(model);
  if (!pinged || pinged.node < 0 || pinged.state === 'stopped' || pinged.state === 'lost') return null;
  return endOf(model, pinged.node);
}

function pingedVm({ history, run }: StageModel): VmSummary | undefined {
  return history.vms.find((vm) => vm.name === run.scenario.pingedVm);
}

/** It is there, but no answer of it gets out. */
function isMute(model: StageModel): boolean {
  const pinged = pingedVm(model);
  if (!pinged || pinged.node < 0) return true;
  const plugged = model.history.nodes[pinged.node]?.dataPlugged !== false;
  return pinged.state === 'paused' || pinged.halted !== null || !plugged;
}

function drawStream({ context, plan, colours, still }: LanPaint, nowUs: number, picture: LanPicture): void {
  const { batch, queue, pace } = picture;
  const middle = plan.pipe.y + plan.pipe.height / 2;
  const [pingX, right] = queueSpan(plan, queue);
  if (batch.on) {
    context.fillStyle = colours.arrived;
    for (let i = 0; i < queue.drawn; i += 1) {
      const x = right - i * PACKET_STEP - PACKET_WIDTH;
      context.beginPath();
      context.roundRect(x, middle - PACKET_HEIGHT / 2, PACKET_WIDTH, PACKET_HEIGHT, 2);
      context.fill();
    }
    if (picture.pingWaits) dot(context, colours.ink, pingX, middle, 7);
  } else if (picture.replies === 'here') {
    // The queue has drained: the reply passes.
    dot(context, colours.ink, pingX + (right - pingX) * (still ? 0 : batch.share), middle, 7);
  }
  const wire: Point[] = [{ x: plan.pipe.x + plan.pipe.width, y: middle }, plan.rightPort];
  const length = plan.rightPort.x - plan.pipe.x - plan.pipe.width;
  const gap = WIRE_GAP / Math.max(WIRE_GAP, length);
  context.fillStyle = colours.arrivedStrong;
  for (const offset of wireOffsets(still ? 0 : nowUs, pace, gap, 0.3)) {
    // A train of packets while the batch is on; the gap after it travels along the wire.
    const inTrain = batch.on ? offset <= batch.share * 4 : offset > batch.share * 4;
    const at = along(wire, offset);
    const inSwitch = Math.abs(at.x - plan.switchAt.x) < plan.switchHalf + 5;
    if (inTrain && !inSwitch) context.fillRect(at.x - 5, at.y - 5, 10, 10);
  }
}

function drawPing(
  paint: LanPaint,
  state: AppState,
  model: StageModel,
  end: LanEnd | null,
  pace: number,
): void {
  const { context, plan, colours, still } = paint;
  const way = pingWay(plan, end ?? endOf(model, model.places.left));
  const { back, share } = pingPicture(
    scalar(state, SCALAR.timeUs),
    model.run.scenario.network.pingIntervalMs * 1000,
    pace,
  );
  const lost = end === null || isMute(model);
  // Without motion the dot stands at four stations instead of gliding.
  const at = still ? Math.floor(share * 4) / 4 : share;
  if (back && lost) {
    const place = along(way, 1);
    cross(context, colours.failure, place.x === 0 ? 8 : place.x - 8, place.y);
    return;
  }
  const place = along(way, back ? 1 - at : at);
  if (back) dot(context, colours.ink, place.x, place.y, 5);
  else ring(context, colours.ink, colours.card, place.x, place.y, 4);
}

function drawDiskReads(paint: LanPaint, state: AppState, end: LanEnd, tail: number, pace: number): void {
  const { context, plan, colours, still } = paint;
  const way = pingWay(plan, end);
  context.fillStyle = colours.quiet;
  const gap = Math.min(0.5, 0.016 / tail);
  for (const offset of wireOffsets(still ? 0 : scalar(state, SCALAR.timeUs), pace, gap, gap * 4)) {
    const at = along(way, offset);
    context.fillRect(at.x - 2.5, at.y - 2.5, 5, 5);
  }
}

/** Seconds of watching an announcement is seen on its way. */
const ARP_SECONDS = 1.2;

export function recentArp(model: StageModel, nowUs: number, pace: number) {
  const event = model.history.events.findLast((one) => one.code === 'arp-sent' && one.atUs <= nowUs);
  const share = event ? (nowUs - event.atUs) / (ARP_SECONDS * 1e6 * pace) : 2;
  return event && share <= 1 ? { event, share } : null;
}

function drawArp(
  { context, plan, colours, still }: LanPaint,
  state: AppState,
  model: StageModel,
  pace: number,
) {
  const arp = recentArp(model, scalar(state, SCALAR.timeUs), pace);
  if (!arp) return;
  const from = wayFromSwitch(plan, endOf(model, eventNode(arp.event, 'to', model.history))).reverse();
  const share = still ? 0.5 : arp.share;
  context.fillStyle = colours.ink;
  // From the new home to the switch, and from there to everybody.
  if (share < 0.5) diamond(context, along(from, share * 2));
  else {
    for (const end of ['left', 'right', 'storage', ...plan.others.keys()] as const) {
      diamond(context, along(wayFromSwitch(plan, end), share * 2 - 1));
    }
  }
}

function dot(context: CanvasRenderingContext2D, colour: string, x: number, y: number, radius: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function ring(
  context: CanvasRenderingContext2D,
  line: string,
  inside: string,
  x: number,
  y: number,
  radius: number,
) {
  dot(context, line, x, y, radius + 1);
  dot(context, inside, x, y, radius - 1);
}

function cross(context: CanvasRenderingContext2D, colour: string, x: number, y: number): void {
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(x - 6, y - 6);
  context.lineTo(x + 6, y + 6);
  context.moveTo(x + 6, y - 6);
  context.lineTo(x - 6, y + 6);
  context.stroke();
}

export function diamond(context: CanvasRenderingContext2D, at: Point, radius = 6): void {
  context.beginPath();
  context.moveTo(at.x, at.y - radius);
  context.lineTo(at.x + radius, at.y);
  context.lineTo(at.x, at.y + radius);
  context.lineTo(at.x - radius, at.y);
  context.fill();
}

/**
 * Sizes a canvas to its box in device pixels and returns a context in CSS pixels, wiped.
 * @param fromLeft how far right of the canvas's edge x = 0 lies
 */
export function freshContext(canvas: HTMLCanvasElement, fromLeft = 0): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  context.translate(fromLeft, 0);
  return context;
}
