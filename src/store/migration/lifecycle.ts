/** From an empty workspace to a working one, and back again when the worker dies. */
import { brokenLink } from '../../protocol/link-text.ts';
import { sameJson } from '../../protocol/merge.ts';
import { decodeMoveLink } from '../../protocol/migration/link.ts';
import { WorkerClient, WorkerGone } from '../../worker/client.ts';
import { page } from '../page.ts';
import type { MigrationCore } from './core.ts';
import type { MigrationEnvironment } from './environment.ts';
import { open } from './labs.ts';
import { text } from './messages.ts';
import { goTo } from './moments.ts';
import { startClock } from './playback.ts';

/** So many deaths in so short a time are no accident. */
const DEATHS = 4;
const WITHIN_MS = 20_000;

/** @param hash what the address bar holds */
export async function start(core: MigrationCore, env: MigrationEnvironment, hash: string): Promise<void> {
  core.env = env;
  core.firstHash = hash;
  core.client = new WorkerClient({
    create: env.createWorker,
    onDeath: (reason) => {
      resume(core, reason).catch(() => {});
    },
    visible: env.visible,
  });
  startClock(core);
  await begin(core, hash);
}

async function begin(core: MigrationCore, hash: string): Promise<void> {
  const catalogue = await core.client?.call('describe', {}).catch(() => null);
  if (!catalogue) return;
  core.store.setState({ catalogue, status: 'ready' });
  try {
    await follow(core, hash);
    if (page.plays) core.store.getState().actions.play();
  } catch (reason) {
    if (!(reason instanceof WorkerGone)) throw reason;
  }
}

/**
 * Goes where a hash points. A broken one is told; then nothing moves, or the default opens if there is
 * nothing yet. @throws WorkerGone if the worker ended meanwhile: who restarts it goes on from there
 */
export async function follow(core: MigrationCore, hash: string): Promise<void> {
  const { store } = core;
  const { catalogue, lab } = store.getState();
  if (catalogue === null) return;
  const refuse = async (problem: string) => {
    const nothingYet = store.getState().lab === null;
    if (nothingYet) await open(core, catalogue.defaultLab, { atMs: 0, address: 'replace' });
    const told = text(nothingYet ? 'link-default' : 'link-refused', { problem });
    store.setState({ notice: { kind: 'error', text: told } });
  };
  const place = decodeMoveLink(hash, catalogue.defaultLab);
  if ('problem' in place) return refuse(place.problem);
  store.setState({ view: place.view });
  const known = lab !== null && sameJson(lab, place.lab);
  if (known) {
    if (place.atMs === null) return;
    store.setState({ playing: false });
    goTo(core, place.atMs);
    return;
  }
  store.setState({ playing: false });
  const problem = await open(core, place.lab, { atMs: place.atMs ?? 0, address: 'replace' });
  if (problem !== null) await refuse(brokenLink(problem));
}

/** The worker died: a new one stands at the same moment; what is on screen stays meanwhile. */
async function resume(core: MigrationCore, reason: string): Promise<void> {
  const { env, client, store } = core;
  if (!env || !client) return;
  core.lives += 1;
  const { lives } = core;
  const now = env.now();
  core.deathsMs.push(now);
  while ((core.deathsMs[0] ?? now) < now - WITHIN_MS) core.deathsMs.shift();
  const { lab, atMs, reachedMs } = store.getState();
  if (core.deathsMs.length >= DEATHS) {
    store.setState({
      status: 'failed',
      playing: false,
      notice: { kind: 'error', text: text('worker-failed', { reason }) },
    });
    return;
  }
  store.setState({
    status: lab ? 'restarting' : 'loading',
    notice: { kind: 'worker', text: text('worker-stopped') },
  });
  client.restart();
  if (lab === null) {
    await begin(core, core.firstHash);
    if (store.getState().notice?.kind === 'worker') store.setState({ notice: null });
    return;
  }
  const problem = await open(core, lab, { atMs, address: 'replace' });
  // It died once more meanwhile.
  if (lives !== core.lives) return;
  if (problem !== null) {
    store.setState({ status: 'failed', playing: false, notice: { kind: 'error', text: problem } });
    return;
  }
  store.setState({
    status: 'ready',
    reachedMs: Math.max(reachedMs, store.getState().reachedMs),
    notice: { kind: 'worker', text: text('worker-resumed', { ms: Math.round(store.getState().atMs) }) },
  });
  for (const listener of core.onResumed) listener();
}
