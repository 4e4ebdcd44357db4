/** From an empty workspace to a running one, and back again when the worker dies. */
import { decodeTreesLink } from '../../protocol/trees/link.ts';
import { WorkerClient } from '../../worker/client.ts';
import { page } from '../page.ts';
import { followAsked } from './asked.ts';
import type { TreesCore } from './core.ts';
import type { TreesEnvironment } from './environment.ts';
import { open } from './labs.ts';
import { text } from './messages.ts';
import { startClock } from './playback.ts';

/** So many deaths in so short a time are no accident. */
const DEATHS = 4;
const WITHIN_MS = 20_000;

/** @param hash what the address bar holds */
export async function start(core: TreesCore, env: TreesEnvironment, hash: string): Promise<void> {
  core.env = env;
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

async function begin(core: TreesCore, hash: string): Promise<void> {
  const catalogue = await core.client?.call('describe', {}).catch(() => null);
  if (!catalogue) return;
  core.store.setState({ catalogue, status: 'ready' });
  await follow(core, hash);
  if (page.plays) core.store.getState().actions.play();
}

/** Goes where a hash points. A broken one is told; then nothing moves, or the default lab opens if there is none yet. */
export async function follow(core: TreesCore, hash: string): Promise<void> {
  const { catalogue, spec } = core.store.getState();
  if (!catalogue) return;
  const refuse = async (problem: string) => {
    core.store.setState({
      notice: {
        kind: 'error',
        text: text(core.store.getState().spec ? 'link-refused' : 'link-default', { problem }),
      },
    });
    if (core.store.getState().spec === null)
      await open(core, catalogue.defaultLab, { position: { operation: 0, step: 0 }, address: 'replace' });
  };
  const place = decodeTreesLink(hash, catalogue.defaultLab);
  if ('problem' in place) return refuse(place.problem);
  const known = spec !== null && JSON.stringify(spec) === JSON.stringify(place.spec);
  if (known && place.at === null && place.asked === null) return;
  core.playUntil = null;
  core.store.setState({ playing: false });
  const problem = await open(core, place.spec, {
    position: place.at ?? { operation: 0, step: 0 },
    address: 'replace',
  });
  if (problem !== null) return refuse(problem);
  if (place.asked) followAsked(core, place.asked);
}

/** The worker died: a new one runs to the same position; what is on screen stays meanwhile. */
async function resume(core: TreesCore, reason: string): Promise<void> {
  const { env, client, store } = core;
  if (!env || !client) return;
  const now = env.now();
  core.deathsMs.push(now);
  while ((core.deathsMs[0] ?? now) < now - WITHIN_MS) core.deathsMs.shift();
  const { spec, position, playing } = store.getState();
  if (core.deathsMs.length >= DEATHS) {
    store.setState({
      status: 'failed',
      playing: false,
      notice: { kind: 'error', text: text('worker-failed', { reason }) },
    });
    return;
  }
  store.setState({
    status: spec ? 'restarting' : 'loading',
    notice: { kind: 'worker', text: text('worker-stopped') },
  });
  client.restart();
  if (spec === null) {
    await begin(core, '#/trees');
    store.setState({ notice: null });
    return;
  }
  const problem = await open(core, spec, { position, address: 'replace' });
  if (problem !== null)
    store.setState({ status: 'failed', notice: { kind: 'error', text: problem }, playing: false });
  else store.setState({ playing });
}
