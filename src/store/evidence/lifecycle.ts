/** From an empty page to a working one, and back again when the worker dies. */
import { decodeEvidenceLink } from '../../protocol/migration/evidence-link.ts';
import { WorkerClient } from '../../worker/client.ts';
import type { EvidenceCore } from './core.ts';
import type { EvidenceEnvironment } from './environment.ts';
import { text } from './messages.ts';

/** So many deaths in so short a time are no accident. */
const DEATHS = 4;
const WITHIN_MS = 20_000;

/** @param hash what the address bar holds */
export async function start(core: EvidenceCore, env: EvidenceEnvironment, hash: string): Promise<void> {
  core.env = env;
  core.client = new WorkerClient({
    create: env.createWorker,
    onDeath: (reason) => {
      resume(core, reason).catch(() => {});
    },
    visible: env.visible,
  });
  follow(core, hash);
  await describe(core);
}

/** Goes where a hash points; a broken one is told. */
export function follow(core: EvidenceCore, hash: string): void {
  const { actions } = core.store.getState();
  const place = decodeEvidenceLink(hash);
  if ('problem' in place) {
    core.store.setState({ notice: { kind: 'error', text: text('link-refused', place) } });
    return;
  }
  actions.choose(place.run);
  actions.openSection(place.section);
}

async function describe(core: EvidenceCore): Promise<void> {
  const catalogue = await core.client?.call('describe', {}).catch(() => null);
  if (catalogue) core.store.setState({ catalogue, status: 'ready' });
}

/** The worker died: a new one begins again what was under way; what is on screen stays meanwhile. */
async function resume(core: EvidenceCore, reason: string): Promise<void> {
  const { env, client, store } = core;
  if (!env || !client) return;
  const now = env.now();
  core.deathsMs.push(now);
  while ((core.deathsMs[0] ?? now) < now - WITHIN_MS) core.deathsMs.shift();
  if (core.deathsMs.length >= DEATHS) {
    for (const tell of core.onDeath) tell(false);
    store.setState({ status: 'failed', notice: { kind: 'error', text: text('worker-failed', { reason }) } });
    return;
  }
  store.setState({ status: 'restarting', notice: { kind: 'worker', text: text('worker-stopped') } });
  client.restart();
  for (const tell of core.onDeath) tell(true);
  await describe(core);
  if (store.getState().status === 'ready') store.setState({ notice: null });
}
