/**
 * What one Heartbeat node makes of another from its beats alone. It knows nothing of the other's truth: a node that
 * crashed, one that hangs and one whose cable was pulled look alike.
 *
 *              first beat                        silent for deadtime
 *   expected ─────────────► up ───────────────────────────────────────► dead
 *      │  silent for initdead ▲  ▲     beat of a newer start = restarted  │
 *      └──────────► dead      │  └────────────────────────────────────────┤
 *                             │        beat of the same start = returned  │
 *                  new start  │        (nobody had died: a partition)     │
 *                 left ───────┘ ◄── goodbye ── up                         ┘
 *
 * A late beat is logged when the next one arrives, so a crash shows none. Source: Heartbeat 3.x, heartbeat/hb_*.c.
 */
import type { Micros } from '../../base/units.ts';

export type PeerStatus = 'expected' | 'up' | 'dead' | 'left';

/** One node's record of another; plain data. */
export interface Peer {
  status: PeerStatus;
  /** when it was heard last; before that, when listening began */
  heardUs: Micros;
  /** how often the other's Heartbeat had been started when it was heard last; 0 = never heard */
  start: number;
}

export interface BeatTiming {
  readonly warntimeUs: Micros;
  readonly deadtimeUs: Micros;
  readonly initdeadUs: Micros;
}

export type PeerNews =
  | { readonly kind: 'joined' }
  | { readonly kind: 'late'; readonly gapUs: Micros }
  | { readonly kind: 'restarted' }
  | { readonly kind: 'returned' }
  | { readonly kind: 'dead'; readonly silentUs: Micros };

export function newPeer(nowUs: Micros): Peer {
  return { status: 'expected', heardUs: nowUs, start: 0 };
}

/** A beat arrived. @param start how often the sender's Heartbeat has been started @returns what is worth a line in the log */
export function onBeat(peer: Peer, start: number, nowUs: Micros, timing: BeatTiming): PeerNews | null {
  const { status } = peer;
  const gapUs = nowUs - peer.heardUs;
  const sameStart = peer.start === start;
  // What was still under way when it said goodbye tells nothing new.
  if (status === 'left' && sameStart) return null;
  peer.heardUs = nowUs;
  peer.start = start;
  peer.status = 'up';
  if (status === 'expected' || status === 'left') return { kind: 'joined' };
  if (status === 'dead') return sameStart ? { kind: 'returned' } : { kind: 'restarted' };
  if (!sameStart) return { kind: 'restarted' };
  return gapUs > timing.warntimeUs ? { kind: 'late', gapUs } : null;
}

/** It announced its stop: its silence means nothing from now on. */
export function onGoodbye(peer: Peer): void {
  peer.status = 'left';
}

/** When it will be declared dead if nothing is heard until then; Infinity where nobody waits for it. */
export function deadlineOf(peer: Peer, timing: BeatTiming): Micros {
  if (peer.status === 'up') return peer.heardUs + timing.deadtimeUs;
  if (peer.status === 'expected') return peer.heardUs + timing.initdeadUs;
  return Number.POSITIVE_INFINITY;
}

/** Time went on without a beat. */
export function onSilence(peer: Peer, nowUs: Micros, timing: BeatTiming): PeerNews | null {
  if (nowUs < deadlineOf(peer, timing)) return null;
  peer.status = 'dead';
  return { kind: 'dead', silentUs: nowUs - peer.heardUs };
}

export interface BeatSettings {
  readonly keepaliveMs: number;
  readonly warntimeMs: number;
  readonly deadtimeMs: number;
  readonly initdeadMs: number;
}

/** A configuration that Heartbeat itself would complain about; null where it is sound. */
export function timingProblem(settings: BeatSettings): string | null {
  const { keepaliveMs, warntimeMs, deadtimeMs, initdeadMs } = settings;
  if (deadtimeMs <= 2 * keepaliveMs) {
    return `heartbeat.deadtimeMs is ${deadtimeMs}, no more than twice the keepalive of ${keepaliveMs} ms: one lost beat would look like a death; use more than ${2 * keepaliveMs}.`;
  }
  if (warntimeMs > deadtimeMs) {
    return `heartbeat.warntimeMs is ${warntimeMs}, longer than the deadtime of ${deadtimeMs} ms: nobody would be warned; use ${deadtimeMs} or less.`;
  }
  if (initdeadMs < deadtimeMs) {
    return `heartbeat.initdeadMs is ${initdeadMs}, shorter than the deadtime of ${deadtimeMs} ms: slow starters would be declared dead; use ${deadtimeMs} or more.`;
  }
  return null;
}
