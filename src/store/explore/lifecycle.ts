/** From an empty workspace to a working one. */
import { page } from '../page.ts';
import type { ExploreCore } from './core.ts';
import type { ExploreEnvironment } from './environment.ts';
import { text } from './messages.ts';
import { follow } from './places.ts';
import { Pool } from './pool.ts';

/** @param hash what the address bar holds */
export async function start(core: ExploreCore, env: ExploreEnvironment, hash: string): Promise<void> {
  const { store } = core;
  core.env = env;
  core.pool = new Pool({
    create: env.createWorker,
    size: env.workers,
    visible: env.visible,
    now: env.now,
    onDeath: (failed) =>
      store.setState({
        notice:
          failed === null
            ? { kind: 'worker', text: text('worker-stopped') }
            : { kind: 'error', text: failed },
      }),
  });
  store.setState({ workers: env.workers });
  try {
    const catalogue = await core.pool.ask('describe', {});
    store.setState({ catalogue, status: 'ready' });
  } catch {
    // Why was told when the last of the workers ended.
    store.setState({ status: 'failed' });
    return;
  }
  await follow(core, hash);
  if (page.plays) core.store.getState().actions.start();
}
