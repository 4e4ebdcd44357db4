/** Keeping, renaming, deleting and having back. Nothing on screen changes before it is written. */
import { inTurn, itemOf, type KeptCore, say, sorted } from './core.ts';
import { Denied } from './database.ts';
import { text } from './messages.ts';
import { inMemory, measure, shelfOf } from './reading.ts';
import { RECORD_VERSION, toRecord } from './record.ts';
import type { Shelf } from './shelf.ts';
import { sweepOnScreen } from './sweep-on-screen.ts';
import type { KeptItem, NewItem } from './types.ts';

/** What a refusal for want of room is told as. */
type QuotaCode = 'quota-full' | 'quota-full-rename' | 'quota-full-undo';

export async function keep(core: KeptCore, name: string | undefined): Promise<number | null> {
  const taken = await core.env.take();
  if (taken === null) {
    say(core, 'error', 'nothing-on-screen');
    return null;
  }
  const { workspace, link, subject, figures } = taken;
  const wanted = name?.trim() ?? '';
  const sweep = workspace === 'explore' ? await sweepOnScreen(core) : null;
  const id = await keepItem(core, {
    name: wanted === '' || wanted === taken.name ? freeName(core, taken.name) : wanted,
    workspace,
    link,
    subject,
    figures: (sweep ?? { figures }).figures.map(({ label, value }) => ({ label, value })),
    sweep: sweep?.sweep ?? null,
  });
  if (sweep !== null && id !== null) (await core.env.explore()).getState().actions.markKept(id);
  return id;
}

export function keepItem(core: KeptCore, item: NewItem): Promise<number | null> {
  return inTurn(core, async () => {
    const whole: Omit<KeptItem, 'id'> = { ...item, version: RECORD_VERSION, savedAt: core.env.now() };
    const record = await toRecord(whole);
    const id = await written(core, 'quota-full', item.name, (shelf) => shelf.add(record));
    if (id === null) return null;
    const kept: KeptItem = { ...whole, id };
    core.store.setState(({ items }) => ({ items: [kept, ...items] }));
    say(core, 'info', 'kept', { name: item.name });
    return id;
  });
}

export function rename(core: KeptCore, id: number, wanted: string): Promise<void> {
  return inTurn(core, async () => {
    const item = itemOf(core, id);
    const name = wanted.trim();
    if (item === null || item.name === name) return;
    if (name === '') return say(core, 'error', 'no-empty-name', { name: item.name });
    const there = await written(core, 'quota-full-rename', item.name, (shelf) => shelf.rename(id, name));
    if (there === null) return;
    core.store.setState(({ items }) => ({
      items: there
        ? items.map((other) => (other.id === id ? { ...other, name } : other))
        : items.filter((other) => other.id !== id),
    }));
    if (there) say(core, 'info', 'renamed', { name });
    else say(core, 'error', 'gone', { name: item.name });
  });
}

export function remove(core: KeptCore, ids: readonly number[]): Promise<void> {
  return inTurn(core, async () => {
    const { items, damaged } = core.store.getState();
    const deleted = [...items, ...damaged].filter(({ id }) => ids.includes(id));
    const [first] = deleted;
    if (!first) return;
    const removed = await written(core, 'quota-full', first.name, (shelf) => shelf.remove(ids));
    if (removed === null) return;
    core.removed = removed;
    core.store.setState({
      items: items.filter(({ id }) => !ids.includes(id)),
      damaged: damaged.filter(({ id }) => !ids.includes(id)),
      deleted,
    });
    if (deleted.length === 1) say(core, 'info', 'deleted', { name: first.name });
    else say(core, 'info', 'deleted-many', { count: deleted.length });
  });
}

export function undoRemove(core: KeptCore): Promise<void> {
  return inTurn(core, async () => {
    const { removed } = core;
    const { deleted } = core.store.getState();
    const [first] = deleted;
    if (!first) return;
    const done = await written(core, 'quota-full-undo', first.name, async (shelf) => {
      await shelf.restore(removed);
      return true;
    });
    if (done === null) return;
    core.removed = [];
    const back = sorted(removed);
    core.store.setState(({ items, damaged }) => ({
      items: [...items, ...back.items].sort((a, b) => b.savedAt - a.savedAt || b.id - a.id),
      damaged: [...damaged, ...back.damaged],
      deleted: [],
    }));
    if (deleted.length === 1) say(core, 'info', 'restored', { name: first.name });
    else say(core, 'info', 'restored-many', { count: deleted.length });
  });
}

/** @returns null where it could not be written: then that is told, and nothing has changed */
async function written<T>(
  core: KeptCore,
  full: QuotaCode,
  name: string,
  write: (shelf: Shelf) => Promise<T>,
): Promise<T | null> {
  try {
    const done = await write(await shelfOf(core));
    core.tellOthers();
    if (core.store.getState().status === 'ready') measure(core);
    return done;
  } catch (reason) {
    if (reason instanceof Denied) return write(await inMemory(core, reason));
    if (isNamed(reason, 'QuotaExceededError')) say(core, 'error', full, { name });
    else say(core, 'error', 'write-failed', { reason: reasonOf(reason) });
    return null;
  }
}

function isNamed(reason: unknown, name: string): boolean {
  return reason instanceof Error && reason.name === name;
}

function reasonOf(reason: unknown): string {
  return reason instanceof Error ? reason.message || reason.name : String(reason);
}

/** "Stop of node 1", "Stop of node 1 (2)" … */
function freeName(core: KeptCore, name: string): string {
  const taken = new Set(core.store.getState().items.map((item) => item.name));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : text('numbered-name', { name, number });
    if (!taken.has(candidate)) return candidate;
  }
}
