/** Reading what is kept: once for the page, and again when another tab has changed it. */
import { inTurn, type KeptCore, sorted } from './core.ts';
import { Denied } from './database.ts';
import { text } from './messages.ts';
import { toRecord } from './record.ts';
import { memoryShelf, type Shelf } from './shelf.ts';

/** The shelf of this page; the first call opens it and reads it. */
export function shelfOf(core: KeptCore): Promise<Shelf> {
  core.shelf ??= open(core);
  return core.shelf;
}

async function open(core: KeptCore): Promise<Shelf> {
  try {
    const shelf = await core.env.openShelf();
    core.store.setState({ ...sorted(await shelf.all()), status: 'ready' });
    core.tellOthers = core.env.otherTabs(() => {
      inTurn(core, () => readAgain(core)).catch(() => {});
    });
    measure(core);
    return shelf;
  } catch (reason) {
    return inMemory(core, reason);
  }
}

async function readAgain(core: KeptCore): Promise<void> {
  const shelf = await shelfOf(core);
  if (core.store.getState().status !== 'ready') return;
  core.store.setState(sorted(await shelf.all()));
  measure(core);
}

/** From now on things last as long as the page; what was read stays in sight. */
export async function inMemory(core: KeptCore, reason: unknown): Promise<Shelf> {
  const { items } = core.store.getState();
  const stored = items.map(async (item) => ({ id: item.id, raw: await toRecord(item) }));
  const shelf = memoryShelf(await Promise.all(stored));
  core.shelf = Promise.resolve(shelf);
  core.store.setState({
    status: 'denied',
    denial: text(reason instanceof Denied ? reason.why : 'refused'),
    usage: null,
  });
  return shelf;
}

/** How much room is taken; told when it is there, nobody waits for it. */
export function measure(core: KeptCore): void {
  core.env.estimate().then(
    (usage) => core.store.setState({ usage }),
    () => {},
  );
}
