/** What happened to the picked page, on each side, until the moment on screen. */
import type { MigrationCore, Slice } from './core.ts';

const EVENTS = 40;
/** while playing it is read, not watched */
const EVERY_MS = 250;

export const storyActions: Slice<'pickPage'> = (core) => {
  const { store } = core;
  let running = false;
  let wanted = false;
  let askedAtMs = Number.NEGATIVE_INFINITY;

  const refresh = () => {
    const { picked, playing } = store.getState();
    if (picked === null) return;
    const nowMs = core.env?.now() ?? 0;
    if (playing && nowMs - askedAtMs < EVERY_MS) return;
    if (running) {
      wanted = true;
      return;
    }
    running = true;
    wanted = false;
    askedAtMs = nowMs;
    void tell(core).then(() => {
      running = false;
      if (wanted) refresh();
    });
  };

  core.onMoment.push(refresh);
  core.onLab.push(() => {
    if (store.getState().picked === null) store.setState({ stories: null });
  });
  store.subscribe((state, before) => {
    if (before.playing && !state.playing) refresh();
  });

  return {
    pickPage: (picked) => {
      if (picked === store.getState().picked) return;
      askedAtMs = Number.NEGATIVE_INFINITY;
      store.setState({ picked, stories: null });
      refresh();
    },
  };
};

async function tell({ store, client }: MigrationCore): Promise<void> {
  const { picked, opened, moment } = store.getState();
  if (picked === null || opened === null || moment === null || client === null) return;
  const { moveKey } = opened;
  const untilMs = moment.atMs;
  try {
    const stories = await Promise.all(
      opened.sides.map((_, i) =>
        client.call('page', { moveKey, side: i === 0 ? 0 : 1, page: picked, untilMs, limit: EVENTS }),
      ),
    );
    const now = store.getState();
    if (now.picked === picked && now.opened === opened) store.setState({ stories });
  } catch {
    // The worker ended, or the lab is another one by now: the next moment asks again.
  }
}
