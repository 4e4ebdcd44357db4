import { type RefObject, useRef } from 'react';
import { beatShare } from '../../../layout/port.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import { activeBranch } from '../../../store/select.ts';
import type { AppState, SeriesColumns } from '../../../store/types.ts';
import { formatNumber } from '../../shared/format.ts';
import { prefersReducedMotion } from '../../shared/motion.ts';
import { palette } from '../../shared/palette.ts';
import { diamond, freshContext } from './draw-lan.ts';
import classes from './HeartbeatLan.module.css';
import { LiveText } from './LiveText.tsx';
import { MenuButton } from './menu/MenuButton.tsx';
import { useMenuArea } from './menu/menu-context.ts';
import { eventNode, lastEvent, nodeName, paceNow, type StageModel, scalar } from './model.ts';
import { usePainter } from './painter.ts';
import { say, WORDS } from './words.ts';

const RAIL_Y = 7;

interface Props {
  readonly model: StageModel;
  readonly stage: RefObject<HTMLDivElement | null>;
}

/** The second network: a beat from each host, and the word that a host stops. */
export function HeartbeatLan({ model, stage }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { heartbeat } = model.run.scenario;
  const { heartbeatLoss } = model.history.surroundings;
  const menu = useMenuArea({ kind: 'heartbeat-lan' });
  const pulled = new Set(
    model.history.nodes.filter(({ heartbeatPlugged }) => !heartbeatPlugged).map(({ id }) => id),
  );

  usePainter((state) => {
    if (!canvas.current || !stage.current) return;
    const context = freshContext(canvas.current);
    if (!context) return;
    const taps = tapsOf(stage.current);
    const width = canvas.current.clientWidth;
    const { heartbeat: colour, failure } = palette();
    context.strokeStyle = colour;
    context.globalAlpha = 0.5;
    context.lineWidth = 1.5;
    context.beginPath();
    context.moveTo(0, RAIL_Y);
    context.lineTo(width, RAIL_Y);
    for (const [node, x] of taps) {
      if (pulled.has(node)) continue;
      context.moveTo(x, 0);
      context.lineTo(x, RAIL_Y);
    }
    context.stroke();
    context.globalAlpha = 1;
    for (const node of pulled) drawGap(context, failure, taps.get(node));
    context.fillStyle = colour;
    const nowUs = scalar(state, SCALAR.timeUs);
    const pace = paceNow(state);
    const beats = activeBranch(state)?.series.beats;
    if (beats) drawBeats(context, beats, nowUs, pace, taps, width, pulled);
    const stop = announced(state, model);
    context.globalAlpha = 1;
    // The announcement is larger than a beat and stays where it went: to everybody.
    if (stop) for (const [node, x] of taps) diamond(context, { x, y: RAIL_Y }, node === stop.node ? 5 : 7);
  });

  return (
    <div className={classes.lan} {...menu}>
      <canvas ref={canvas} className={classes.canvas} />
      <span className={classes.name}>
        {say(WORDS.heartbeatLan, { seconds: formatNumber(heartbeat.keepaliveMs / 1000, 1) })}
        {heartbeatLoss > 0 ? <b>{say(WORDS.lanLoss, { share: heartbeatLoss })}</b> : null}
        <MenuButton
          target={{ kind: 'heartbeat-lan' }}
          label={say(WORDS.menuOf, { name: WORDS.things['heartbeat-lan'] })}
        />
      </span>
      <LiveText className={classes.word} read={(state) => announcedText(state, model)} />
    </div>
  );
}

/** Where the cards stand, or will stand: one that glides to its place has its tap there already. */
function tapsOf(stage: HTMLElement): Map<number, number> {
  const taps = new Map<number, number>();
  for (const card of stage.querySelectorAll<HTMLElement>('[data-node]')) {
    if (card.offsetWidth > 0) taps.set(Number(card.dataset.node), card.offsetLeft + card.offsetWidth / 2);
  }
  return taps;
}

function drawBeats(
  context: CanvasRenderingContext2D,
  beats: SeriesColumns,
  nowUs: number,
  pace: number,
  taps: ReadonlyMap<number, number>,
  width: number,
  pulled: ReadonlySet<number>,
): void {
  const still = prefersReducedMotion();
  for (let row = rowsUntil(beats, nowUs) - 1; row >= 0; row -= 1) {
    const sentUs = beats.data[row * beats.width] ?? 0;
    const share = beatShare(nowUs, sentUs, pace);
    if (share < 0) break;
    const node = beats.data[row * beats.width + 1] ?? -1;
    const x = taps.get(node);
    // Behind a pulled cable it still beats, and nobody hears it.
    if (x === undefined || pulled.has(node)) continue;
    const reach = still ? 0 : share;
    context.globalAlpha = 1 - share * 0.75;
    diamond(context, { x: x * (1 - reach), y: RAIL_Y });
    diamond(context, { x: x + (width - x) * reach, y: RAIL_Y });
  }
}

/** Where the cable was: a stump at the card, a cross in the gap. */
function drawGap(context: CanvasRenderingContext2D, colour: string, x: number | undefined): void {
  if (x === undefined) return;
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - 3.5, 1);
  context.lineTo(x + 3.5, 7);
  context.moveTo(x + 3.5, 1);
  context.lineTo(x - 3.5, 7);
  context.stroke();
}

/** Rows at or before a time; seeking back leaves later rows in the table. */
function rowsUntil(table: SeriesColumns, timeUs: number): number {
  let low = 0;
  let high = table.rows;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table.data[middle * table.width] ?? 0) <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stop that is being announced now: from the word until the first page leaves. */
function announced(state: AppState, model: StageModel): { node: number } | null {
  const event = lastEvent(model.history, 'stop-announced');
  if (!event || model.stage === 'stream' || model.stage === 'done') return null;
  const node = eventNode(event, 'node', model.history);
  const waits = scalar(state, SCALAR.timeUs) - event.atUs < 2e6;
  return waits ? { node } : null;
}

function announcedText(state: AppState, model: StageModel): string {
  const stop = announced(state, model);
  if (!stop) return '';
  const { history, places, focus } = model;
  const from = nodeName(history, stop.node);
  return stop.node === places.left
    ? say(WORDS.announcement, { from, vm: focus.name, to: nodeName(history, places.right) })
    : say(WORDS.announcementOnly, { from });
}
