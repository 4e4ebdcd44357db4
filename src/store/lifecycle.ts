/** From an empty page to a running one, and back again when the worker dies. */
import { workspaceOf } from '../protocol/link.ts';
import { WorkerClient } from '../worker/client.ts';
import { startAddress } from './address.ts';
import { startClock } from './clock.ts';
import { type Core, inTurn } from './core.ts';
import type { Environment } from './environment.ts';
import { jump } from './frames.ts';
import { text } from './messages.ts';
import { page } from './page.ts';
import { readPlace } from './read-place.ts';
import { open, openRun, rename } from './runs.ts';
import { activeBranch } from './select.ts';

/** So many deaths in so short a time are no accident. */
const DEATHS = 4;
const WITHIN_MS = 20_000;

export async function start(core: Core, env: Environment): Promise<void> {
  core.env = env;
  core.client = new WorkerClient({
    create: env.createWorker,
    onDeath: (reason) => {
      resume(core, reason).catch(() => {});
    },
    visible: env.visible,
  });
  startClock(core);
  startAddress(core);
  const workspace = workspaceOf(env.hash());
  core.store.setState({ workspace });
  core.begin = () => begin(core);
  if (workspace !== 'failover') return;
  core.begun = true;
  await inTurn(core, core.begin);
}

/** Opens the run the address names, or the default one where it names another workspace. */
async function begin(core: Core): Promise<void> {
  const { env } = core;
  if (!env) return;
  const catalogue = await core.client?.call('describe', {}).catch(() => null);
  if (!catalogue) return;
  core.store.setState({ catalogue, status: 'ready' });
  const hash = workspaceOf(env.hash()) === 'failover' ? env.hash() : '';
  const place = await readPlace(hash, catalogue.defaultRun);
  if ('problem' in place) {
    core.store.setState({ notice: { kind: 'error', text: text('link-default', place) } });
    await openRun(core, catalogue.defaultRun, { atUs: 0, playing: page.plays ?? true, address: 'replace' });
    return;
  }
  const problem = await openRun(core, place.run, {
    atUs: place.atUs ?? 0,
    playing: page.plays ?? place.atUs === null,
    address: 'replace',
  });
  if (problem === null) return;
  core.store.setState({ notice: { kind: 'error', text: text('link-refused', { problem }) } });
  await openRun(core, catalogue.defaultRun, { atUs: 0, playing: page.plays ?? true, address: 'replace' });
}

/** The worker died: a new one runs the command log up to the same moment; what is on screen stays meanwhile. */
async function resume(core: Core, reason: string): Promise<void> {
  const { env } = core;
  if (!env || !core.client) return;
  const now = env.now();
  core.deathsMs.push(now);
  while ((core.deathsMs[0] ?? now) < now - WITHIN_MS) core.deathsMs.shift();
  core.opened.clear();
  if (core.deathsMs.length >= DEATHS) {
    core.store.setState({
      status: 'failed',
      notice: { kind: 'error', text: text('worker-failed', { reason }) },
    });
    return;
  }
  const branch = activeBranch(core.store.getState());
  core.store.setState({
    status: branch ? 'restarting' : 'loading',
    notice: { kind: 'worker', text: text('worker-stopped') },
  });
  core.client.restart();
  if (!branch) {
    if (core.begun) await begin(core);
    core.store.setState({ notice: null });
    return;
  }
  const opened = await open(core, branch.run, null);
  if (!opened) return;
  if ('problem' in opened) {
    core.store.setState({ status: 'failed', notice: { kind: 'error', text: opened.problem } });
    return;
  }
  rename(core, branch, opened.key);
  core.resumedNotice = true;
  jump(core, core.store.getState().atUs);
}
