/** Questions about the moment on screen: why, what of this page, how does it compare. */
import type { Micros } from '../base/units.ts';
import type { WhyTarget } from '../protocol/requests.ts';
import { WorkerGone } from '../worker/client.ts';
import { type Core, raise } from './core.ts';
import type { Selection } from './types.ts';

/** A playing page's history is asked for at human speed. */
const PAGE_EVERY_MS = 250;

const lastAsked = new WeakMap<Core, { atMs: number; busy: boolean; again: boolean }>();

export function select(core: Core, part: Partial<Selection>): void {
  core.store.setState({ selection: { ...core.store.getState().selection, ...part } });
}

/** Brings the picked page's history up to the moment on screen. */
export function refreshPage(core: Core, atOnce: boolean): void {
  const { selection, activeKey } = core.store.getState();
  const { page } = selection;
  if (!page || !core.client || !core.env) return;
  const asked = lastAsked.get(core) ?? { atMs: Number.NEGATIVE_INFINITY, busy: false, again: false };
  lastAsked.set(core, asked);
  if (asked.busy) {
    asked.again ||= atOnce;
    return;
  }
  if (!atOnce && core.env.now() - asked.atMs < PAGE_EVERY_MS) return;
  asked.atMs = core.env.now();
  asked.busy = true;
  core.client
    .call('page', { runKey: activeKey, atUs: core.shownUs, vm: page.vm, page: page.page })
    .then((pageHistory) => {
      const now = core.store.getState();
      if (now.activeKey === activeKey && now.selection.page === page) select(core, { pageHistory });
    })
    .catch(ignoreGone)
    .finally(() => {
      asked.busy = false;
      const again = asked.again || core.store.getState().selection.page !== page;
      asked.again = false;
      if (again) refreshPage(core, true);
    });
}

export function askWhy(core: Core, target: WhyTarget): void {
  const { activeKey } = core.store.getState();
  core.store.setState({ why: { target, causes: null } });
  core.client
    ?.call('why', { runKey: activeKey, atUs: core.shownUs, target })
    .then(({ causes }) => {
      if (core.store.getState().why?.target === target) core.store.setState({ why: { target, causes } });
    })
    .catch((reason: unknown) => {
      ignoreGone(reason);
      if (core.store.getState().why?.target === target) core.store.setState({ why: { target, causes: [] } });
    });
}

/** Asks once a run for plain pre-copy's totals on the same seed and commands. */
export function compareWithPlain(core: Core): void {
  const { activeKey } = core.store.getState();
  const known = core.comparisons.get(activeKey);
  if (known) {
    core.store.setState({ comparison: known });
    return;
  }
  if (core.comparing.has(activeKey) || !core.client) return;
  const vm = movedVm(core);
  if (vm === null) return;
  core.comparing.add(activeKey);
  core.client
    .call('compare', { runKey: activeKey, vm })
    .then((comparison) => {
      // A run with nothing to compare stays among those being compared, so that it is not asked for again.
      if (!comparison) return;
      core.comparing.delete(activeKey);
      core.comparisons.set(activeKey, comparison);
      if (core.store.getState().activeKey === activeKey) core.store.setState({ comparison });
    })
    .catch((reason: unknown) => {
      core.comparing.delete(activeKey);
      ignoreGone(reason);
    });
}

/** The VM of the first finished migration; null where none was: then there is nothing to compare. */
function movedVm(core: Core): number | null {
  const { branches, activeKey } = core.store.getState();
  const history = branches.find((branch) => branch.key === activeKey)?.farHistory;
  return history?.migrations.find(({ outcome }) => outcome === 'completed')?.vm ?? null;
}

export async function hashAt(core: Core, atUs: Micros): Promise<string> {
  const reply = await core.client?.call('hash', { runKey: core.store.getState().activeKey, atUs });
  return reply?.hash ?? '';
}

/** An ended worker is told of elsewhere; a question it took with it is simply not answered. */
function ignoreGone(reason: unknown): void {
  if (!(reason instanceof WorkerGone)) raise(reason);
}
