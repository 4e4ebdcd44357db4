/** The address bar: what is on screen goes into it, Back and Forward come out of it. */
import { encodeLink, type Place, workspaceOf } from '../protocol/link.ts';
import { type Core, inTurn } from './core.ts';
import { text } from './messages.ts';
import { page } from './page.ts';
import { readPlace } from './read-place.ts';
import { openRun } from './runs.ts';
import { activeBranch } from './select.ts';
import type { AppState } from './types.ts';
import { showWorkspace } from './workspaces.ts';

const EVERY_MS = 500;

/** The link to what is on screen; `moment` false for the run from its start. */
export function linkOf(state: AppState, moment = true): string {
  const branch = activeBranch(state);
  const defaults = state.catalogue?.defaultRun;
  if (!branch || !defaults) return '';
  // A page that waits for its first command has no moment worth keeping, and a link without one plays from the start.
  const { playing } = state.playback;
  const waiting = branch.run.commands.length === 0 && playing;
  const place: Place = {
    workspace: 'failover',
    run: branch.run,
    atUs: moment && !waiting && (state.atUs > 0 || !playing) ? state.atUs : null,
  };
  return encodeLink(place, defaults);
}

export function startAddress(core: Core): void {
  const env = core.env;
  if (!env) return;
  let pending = false;
  const write = (how: 'push' | 'replace') => {
    const state = core.store.getState();
    const { workspace } = state;
    const link =
      workspace === 'failover' ? linkOf(state) : (core.doors.get(workspace)?.link() ?? `#/${workspace}`);
    // A workspace that opens only now has nothing to name yet, but its entry of the history must not be another's.
    const hash = link === '' && how === 'push' ? `#/${workspace}` : link;
    if (hash === '' || hash === env.hash()) return;
    if (how === 'push') env.pushHash(hash);
    else env.replaceHash(hash);
  };
  core.writeAddress = write;
  core.store.subscribe((state, before) => {
    if (state.atUs === before.atUs && state.playback.playing === before.playback.playing) return;
    if (pending || state.workspace !== 'failover') return;
    pending = true;
    env.later(EVERY_MS, () => {
      pending = false;
      if (core.store.getState().workspace === 'failover') write('replace');
    });
  });
  env.onNavigate(() => {
    const hash = env.hash();
    const workspace = workspaceOf(hash);
    const fixed = page.refusal('workspaces');
    if (fixed !== null && workspace !== core.store.getState().workspace) {
      core.store.setState({ notice: { kind: 'info', text: fixed } });
      write('replace');
      return;
    }
    const first = !core.begun;
    const asLeft = core.store.getState().workspace !== 'failover' && hash === core.leftAt;
    if (workspace !== 'failover') core.doors.get(workspace)?.follow(hash);
    showWorkspace(core, workspace);
    // A workspace that opens now reads the address itself.
    if (workspace === 'failover' && !first && !asLeft) inTurn(core, () => follow(core, hash)).catch(() => {});
  });
}

/** Goes where the address bar points; a broken link is told and nothing moves. */
async function follow(core: Core, hash: string): Promise<void> {
  const defaults = core.store.getState().catalogue?.defaultRun;
  if (!defaults) return;
  const place = await readPlace(hash, defaults);
  if ('problem' in place) {
    core.store.setState({ notice: { kind: 'error', text: text('link-stays', place) } });
    return;
  }
  const playing = place.atUs === null;
  const problem = await openRun(core, place.run, { atUs: place.atUs ?? 0, playing, address: 'replace' });
  if (problem !== null) core.store.setState({ notice: { kind: 'error', text: problem } });
}
