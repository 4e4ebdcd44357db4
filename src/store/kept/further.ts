/** What is done with kept things beyond keeping them: they come back on screen, or go on into the Explore workspace. */
import type { Subject } from '../../protocol/explore/requests.ts';
import { sameJson } from '../../protocol/merge.ts';
import { itemOf, type KeptCore, say } from './core.ts';
import type { ExploreState, ExploreStore } from './environment.ts';
import { linesOf } from './record.ts';
import type { KeptItem } from './types.ts';

export async function openItem(core: KeptCore, id: number): Promise<void> {
  const item = itemOf(core, id);
  if (item === null) return;
  core.env.go(item.link);
  const { sweep } = item;
  if (sweep === null) return;
  const explore = await core.env.explore();
  // The link sets the sweep up; its lines follow once it stands there, or never, where the link was refused.
  const there = await until(explore, (state) => state.sweep !== null || state.status === 'failed');
  const opened = sameJson(there.sweep, sweep.spec)
    ? there
    : await until(explore, (state) => sameJson(state.sweep, sweep.spec) || state.notice?.kind === 'error');
  const lines = await linesOf(sweep);
  if (lines.length === 0 || !sameJson(opened.sweep, sweep.spec)) return;
  const problem = await opened.actions.openLines(sweep.spec, lines);
  if (problem === null) opened.actions.markKept(id);
}

export async function compare(core: KeptCore, a: number, b: number): Promise<void> {
  const [first, second] = [named(itemOf(core, a)), named(itemOf(core, b))];
  if (first === null || second === null || first.subject.kind !== second.subject.kind) {
    return say(core, 'error', 'not-of-a-kind');
  }
  const { actions } = await enterExplore(core);
  actions.setView('compare');
  actions.compare(first, second);
}

export async function sweepAround(core: KeptCore, id: number): Promise<void> {
  const run = named(itemOf(core, id));
  if (run === null) return;
  const { actions } = await enterExplore(core);
  const problem = await actions.exploreSubject(run.subject, run.name);
  // The desk is closed by now.
  if (problem !== null) core.env.tell(problem);
}

/** The Explore workspace on screen, with whatever it opens with. */
async function enterExplore(core: KeptCore): Promise<ExploreState> {
  core.env.openExplore();
  return until(await core.env.explore(), ({ sweep, status }) => sweep !== null || status === 'failed');
}

function named(item: KeptItem | null): { name: string; subject: Subject } | null {
  return item?.subject ? { name: item.name, subject: item.subject } : null;
}

function until(store: ExploreStore, holds: (state: ExploreState) => boolean): Promise<ExploreState> {
  return new Promise((resolve) => {
    const now = store.getState();
    if (holds(now)) return resolve(now);
    const stop = store.subscribe((state) => {
      if (!holds(state)) return;
      stop();
      resolve(state);
    });
  });
}
