/**
 * Where one is, written down every few seconds, and offered when the app is opened next without a link. It stands in
 * `localStorage`, the only place that still takes something in when the page is being left.
 */
import { workspaceOf } from '../../protocol/link.ts';
import { isRecord } from '../../protocol/merge.ts';
import type { Taken } from '../taken.ts';
import type { AppState } from '../types.ts';
import { ago } from './ago.ts';
import { text } from './messages.ts';

const KEY = 'migrascope-session';
const VERSION = 1;
const EVERY_MS = 3000;

interface Session {
  readonly link: string;
  /** null where one was nowhere in particular, or for a moment only */
  readonly name: string | null;
  /** ms since 1970 */
  readonly savedAt: number;
}

type Offer = NonNullable<AppState['notice']>;

export interface SessionEnvironment {
  /** @throws where the browser keeps nothing */
  storage(): Pick<Storage, 'getItem' | 'setItem'>;
  now(): number;
  hash(): string;
  take(): Promise<Taken | null>;
  go(hash: string): void;
  every(ms: number, run: () => void): void;
  onLeave(run: () => void): void;
  /** shows the offer until something else is told or done @returns takes it away */
  offer(notice: Offer): () => void;
}

/** @param firstHash what the address bar held when the page was opened: a link is never overridden */
export function startSession(env: SessionEnvironment, firstHash: string): void {
  const before = readSession(env);
  if (before !== null && /^#?\/?$/.test(firstHash)) {
    const withdraw = env.offer({
      kind: 'offer',
      text: offerText(before, env.now()),
      action: {
        label: text('session-go-on'),
        run: () => {
          withdraw();
          env.go(before.link);
        },
      },
    });
  }
  keepTrack(env);
}

function keepTrack(env: SessionEnvironment): void {
  let written = '';
  let named: { readonly place: string; readonly name: string | null } = { place: '', name: null };
  const write = () => {
    const link = env.hash();
    if (link === written) return;
    written = link;
    if (isStart(link)) return;
    const name = named.place === placeOf(link) ? named.name : null;
    writeSession(env, { link, name, savedAt: env.now() });
  };
  env.every(EVERY_MS, () => {
    const link = env.hash();
    const place = placeOf(link);
    if (isStart(link) || named.place === place) return write();
    env.take().then(
      (taken) => {
        named = { place, name: taken?.name ?? null };
        written = '';
        write();
      },
      () => {},
    );
  });
  env.onLeave(write);
}

function offerText({ link, name, savedAt }: Session, nowMs: number): string {
  const when = ago(savedAt, nowMs);
  if (name !== null) return text('session-offer', { name, when });
  return text('session-offer-nameless', { where: text(`at-${workspaceOf(link)}`), when });
}

/** The page as it opens for everybody, at whatever moment, is no place to go back to. */
function isStart(link: string): boolean {
  return /^#?\/?(failover)?(\?t=[\d.]*)?$/.test(link);
}

/** The link without its moment: while a run plays, its name stays. */
function placeOf(link: string): string {
  return link.replace(/([?&])(t|at)=[\d.]*/, '$1');
}

function writeSession(env: SessionEnvironment, session: Session): void {
  try {
    env.storage().setItem(KEY, JSON.stringify({ version: VERSION, ...session }));
  } catch {
    // Full or refused: one comes back to the start, as without this.
  }
}

function readSession(env: SessionEnvironment): Session | null {
  try {
    const read: unknown = JSON.parse(env.storage().getItem(KEY) ?? 'null');
    if (!isRecord(read) || read.version !== VERSION) return null;
    const { link, name, savedAt } = read;
    if (typeof link !== 'string' || !link.startsWith('#/')) return null;
    if (typeof savedAt !== 'number') return null;
    return { link, name: typeof name === 'string' ? name : null, savedAt };
  } catch {
    return null;
  }
}
