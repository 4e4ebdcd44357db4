/** What one node makes of the others, from the beats it has heard. */
import { SCALAR } from '../../../protocol/frame.ts';
import type { History, NodeSummary, Run } from '../../../protocol/model.ts';
import type { AppState } from '../../../store/types.ts';
import { formatNumber } from '../../shared/format.ts';
import { scalar } from './model.ts';
import { listText, say, WORDS } from './words.ts';

/** well: beats come; silent: some are missing; late: beyond warntime */
type PeerLook = 'well' | 'silent' | 'late' | 'expected' | 'dead' | 'left';

export interface PeerNow {
  readonly id: number;
  readonly name: string;
  readonly look: PeerLook;
  readonly silentUs: number;
  /** until it is declared dead; 0 where nobody waits */
  readonly leftUs: number;
  /** of the whole wait, 1 → 0 */
  readonly share: number;
}

/** One missing beat may be on its way; from here on its ring runs down. */
const MISSED_BEATS = 2.2;

/** Whoever takes no part hears nobody: no rings. */
export function listens(node: NodeSummary): boolean {
  return node.state === 'online' || node.state === 'draining';
}

export function peersNow(state: AppState, history: History, run: Run, node: NodeSummary): PeerNow[] {
  const { keepaliveMs, warntimeMs, deadtimeMs, initdeadMs } = run.scenario.heartbeat;
  const nowUs = scalar(state, SCALAR.timeUs);
  const heard = state.frame?.heard;
  const count = history.nodes.length;
  if (!listens(node)) return [];
  return history.nodes
    .filter(({ id }) => id !== node.id)
    .map(({ id, name }) => {
      const peer = node.peers[id];
      const heardUs = heard?.[node.id * count + id] ?? peer?.heardUs ?? nowUs;
      const silentUs = Math.max(0, nowUs - heardUs);
      const waitUs = (peer?.status === 'expected' ? initdeadMs : deadtimeMs) * 1000;
      const leftUs = Math.max(0, waitUs - silentUs);
      const status = peer?.status ?? 'up';
      let look: PeerLook = status === 'up' ? 'well' : status;
      if (status === 'up' && silentUs > warntimeMs * 1000) look = 'late';
      else if (status === 'up' && silentUs > MISSED_BEATS * keepaliveMs * 1000) look = 'silent';
      return { id, name, look, silentUs, leftUs, share: leftUs / waitUs };
    });
}

/** so many peers are named one by one */
const FEW = 2;

const seconds = (us: number) => formatNumber(us / 1e6, 1);

function peerText({ name: peer, look, silentUs, leftUs }: PeerNow): string {
  if (look === 'dead') return say(WORDS.peerDead, { peer });
  if (look === 'left') return say(WORDS.peerLeft, { peer });
  if (look === 'expected') return say(WORDS.peerExpected, { peer, left: seconds(leftUs) });
  if (look === 'late') {
    return say(WORDS.peerLate, { peer, left: seconds(leftUs) });
  }
  return say(look === 'silent' ? WORDS.peerSilent : WORDS.peerHeard, { peer, seconds: seconds(silentUs) });
}

/** All of them, for whoever does not see the rings. */
export function allPeersText(peers: readonly PeerNow[]): string {
  return peers.map(peerText).join('; ');
}

/** Only what is wrong, the most pressing first; empty while all is well. */
export function troubleText(peers: readonly PeerNow[]): string {
  const of = (look: PeerLook) => peers.filter((peer) => peer.look === look);
  const dead = of('dead').map(({ name }) => name);
  const late = [...of('late'), ...of('expected')].map(peerText);
  // Of a whole cluster that falls silent, one stands for all: they go at the same pace.
  const pressing =
    late.length > FEW ? [say(WORDS.peersLikewise, { first: late[0] ?? '', n: late.length - 1 })] : late;
  if (dead.length > FEW && dead.length === peers.length) pressing.push(WORDS.holdsAllDead);
  else if (dead.length > 0) pressing.push(say(WORDS.holdsDead, { list: listText(dead) }));
  return pressing.join(' · ');
}

/** Shots a node has aimed: "switches node 1 off in 7.2 s, attempt 2". */
export function shotText(state: AppState, history: History, node: number): string {
  const nowUs = scalar(state, SCALAR.timeUs);
  const name = (id: number) => history.nodes[id]?.name ?? '';
  const left = (dueUs: number) => seconds(Math.max(0, dueUs - nowUs));
  return history.shots
    .map(({ by, target, attempt, dueUs }) => {
      if (by === node) {
        const slots = { peer: name(target), seconds: left(dueUs), attempt };
        return say(attempt > 1 ? WORDS.shotAgain : WORDS.shot, slots);
      }
      return target === node ? say(WORDS.shotAt, { by: name(by), seconds: left(dueUs) }) : '';
    })
    .filter((text) => text !== '')
    .join(' · ');
}
