/**
 * Spans in which a hurt cluster only waits: for a silence to be noticed, for a shot, for a boot. Told from what has
 * happened so far alone, so that what is known at a moment does not change with what comes later.
 */
import type { Micros } from '../base/units.ts';
import type { History, HistoryEvent } from '../protocol/model.ts';

export interface Wait {
  readonly kind: 'silence' | 'shot' | 'boot';
  readonly startUs: Micros;
  /** null while it lasts */
  readonly endUs: Micros | null;
}

type Ends = (event: HistoryEvent) => boolean;

/** What begins with an event, and which later one ends it; null where nothing begins. */
function begun({ code, slots }: HistoryEvent): { kind: Wait['kind']; ends: Ends } | null {
  switch (code) {
    case 'node-crashed':
    case 'node-rebooted':
    case 'node-frozen':
    case 'notice-lost':
    case 'cut-heartbeat':
      return {
        kind: 'silence',
        ends: (later) =>
          (later.code === 'peer-dead' &&
            (later.slots.peer === slots.node || later.slots.node === slots.node)) ||
          (['node-thawed', 'node-powered', 'heal-heartbeat'].includes(later.code) &&
            later.slots.node === slots.node) ||
          (later.code === 'peer-restarted' && later.slots.peer === slots.node),
      };
    case 'shot-aimed':
      return {
        kind: 'shot',
        ends: (later) =>
          (later.code === 'shot' && later.slots.peer === slots.peer) ||
          (['gives-up', 'node-crashed', 'node-fenced', 'node-rebooted'].includes(later.code) &&
            later.slots.node === slots.node),
      };
    case 'boot-started':
      return {
        kind: 'boot',
        ends: (later) =>
          (['booted', 'split-brain', 'vm-lost', 'boot-started'].includes(later.code) &&
            later.slots.vm === slots.vm) ||
          (['node-crashed', 'node-rebooted'].includes(later.code) && later.slots.node === slots.to),
      };
    case 'node-powered':
    case 'node-reboots':
    case 'gives-up':
      return {
        kind: 'boot',
        ends: (later) => ['node-up', 'node-crashed'].includes(later.code) && later.slots.node === slots.node,
      };
    default:
      return null;
  }
}

const told = new WeakMap<History, Wait[]>();

/** In order of their begin. */
export function waitsOf(history: History): Wait[] {
  const known = told.get(history);
  if (known !== undefined) return known;
  const { events } = history;
  const waits: Wait[] = [];
  events.forEach((event, at) => {
    const found = begun(event);
    if (found === null) return;
    const end = events.find((later, i) => i > at && found.ends(later));
    waits.push({ kind: found.kind, startUs: event.atUs, endUs: end?.atUs ?? null });
  });
  told.set(history, waits);
  return waits;
}

/** The wait that decides how fast time goes: the shortest kind of those under way, or null where nobody waits. */
export function waitAt(history: History, atUs: Micros): Wait | null {
  const order: readonly Wait['kind'][] = ['silence', 'shot', 'boot'];
  let found: Wait | null = null;
  for (const wait of waitsOf(history)) {
    if (wait.startUs > atUs || (wait.endUs !== null && wait.endUs <= atUs)) continue;
    if (found === null || order.indexOf(wait.kind) < order.indexOf(found.kind)) found = wait;
  }
  return found;
}
