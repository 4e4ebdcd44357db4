import { useRef } from 'react';
import type { NodeSummary } from '../../../protocol/model.ts';
import type { AppState } from '../../../store/types.ts';
import { type Palette, palette } from '../../shared/palette.ts';
import { freshContext } from './draw-lan.ts';
import { LiveText } from './LiveText.tsx';
import type { StageModel } from './model.ts';
import classes from './Peers.module.css';
import { usePainter } from './painter.ts';
import { allPeersText, listens, type PeerNow, peersNow, shotText, troubleText } from './peers.ts';
import { say, WORDS } from './words.ts';

const MIDDLE = 8;

interface Props {
  readonly model: StageModel;
  readonly node: NodeSummary;
}

/** A dot for each other node; a ring that runs down to deadtime where beats are missing, a cross where it is held for dead. */
export function PeerRings({ model, node }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { history, run } = model;
  const shown = listens(node);
  const drawn = useRef<{ on: HTMLCanvasElement | null; look: string }>({ on: null, look: '' });
  usePainter((state) => {
    if (!canvas.current || !shown) return;
    const peers = peersNow(state, history, run, node);
    const colours = palette();
    // At rest the row of dots is the same from beat to beat: it is drawn once.
    const look = `${colours.heartbeat} ${canvas.current.clientWidth} ${peers
      .map((peer) => (peer.look === 'well' ? '' : `${peer.look}${peer.share.toFixed(3)}`))
      .join()}`;
    // A node that comes back has a new canvas with nothing on it.
    if (look === drawn.current.look && canvas.current === drawn.current.on) return;
    const context = freshContext(canvas.current);
    if (!context) return;
    drawn.current = { on: canvas.current, look };
    // Each has the same room, whatever it shows: nothing moves when a ring grows.
    const room = canvas.current.clientWidth / peers.length;
    for (const [slot, peer] of peers.entries()) drawPeer(context, colours, peer, (slot + 0.5) * room, room);
  });
  if (!shown) return null;
  return (
    <span className={classes.rings} title={say(WORDS.peers, { node: node.name })}>
      <canvas
        ref={canvas}
        style={{ '--peers': history.nodes.length - 1, height: 2 * MIDDLE } as React.CSSProperties}
      />
      <LiveText
        className={classes.hidden}
        read={(state) => allPeersText(peersNow(state, history, run, node))}
      />
    </span>
  );
}

/** What is wrong with whom, and who is being switched off; nothing while all is well. */
export function PeerNews({ model, node }: Props) {
  const { history, run } = model;
  return (
    <p className={classes.news}>
      <LiveText className={classes.shot} read={(state) => shotText(state, history, node.id)} />
      <LiveText read={(state: AppState) => troubleText(peersNow(state, history, run, node))} />
    </p>
  );
}

function drawPeer(
  context: CanvasRenderingContext2D,
  colours: Palette,
  peer: PeerNow,
  x: number,
  room: number,
): void {
  const { look, share } = peer;
  context.globalAlpha = 1;
  if (look === 'dead') {
    context.strokeStyle = colours.failure;
    context.lineWidth = 2.5;
    context.beginPath();
    const half = Math.min(4.5, room / 2 - 1);
    context.moveTo(x - half, MIDDLE - half);
    context.lineTo(x + half, MIDDLE + half);
    context.moveTo(x + half, MIDDLE - half);
    context.lineTo(x - half, MIDDLE + half);
    context.stroke();
    return;
  }
  if (look === 'well') {
    context.fillStyle = colours.heartbeat;
    context.globalAlpha = 0.5;
    circle(context, x, 2.5);
    context.fill();
    return;
  }
  if (look === 'left') {
    context.strokeStyle = colours.quiet;
    context.lineWidth = 1.2;
    circle(context, x, 2.5);
    context.stroke();
    return;
  }
  const late = look === 'late';
  const radius = Math.min(late ? 5.5 : 4, room / 2 - 0.5);
  const colour = look === 'expected' ? colours.quiet : colours.heartbeat;
  context.strokeStyle = colour;
  context.lineWidth = late ? 3 : 1.6;
  context.globalAlpha = 0.25;
  circle(context, x, radius);
  context.stroke();
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x, MIDDLE, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
  context.stroke();
  if (!late) return;
  // A second mark besides size: late is filled in the middle.
  context.fillStyle = colour;
  circle(context, x, 1.8);
  context.fill();
}

function circle(context: CanvasRenderingContext2D, x: number, radius: number): void {
  context.beginPath();
  context.arc(x, MIDDLE, radius, 0, 2 * Math.PI);
}
