/** Small migrations for tests: over in a second or less, with everything in them that a large one has. */
import { defaultMove, type MoveLab } from '../../../src/engine/experiments/moves.ts';
import type { SoloSpec, SoloStrategy } from '../../../src/engine/simulation/solo-spec.ts';
import type { MoveMomentRequest } from '../../../src/protocol/migration/moment.ts';
import type { MigrationRequests, OpenedMove } from '../../../src/protocol/migration/requests.ts';
import type { WorkerClient } from '../../../src/worker/client.ts';

const { spec } = defaultMove;

/** 16 MiB, a quarter of it busy: 0.2 s over the default link */
export const smallSpec: SoloSpec = {
  ...spec,
  vm: {
    ...spec.vm,
    memoryMiB: 16,
    workload: { ...spec.vm.workload, hotSetMiB: 4, hotStartMiB: 2, writesPerSecond: 8000 },
  },
  strategy: { ...spec.strategy, windowMs: 5, stopRule: { kind: 'qemu', downtimeLimitMs: 5 } },
};

export function smallLab(
  against: Partial<SoloStrategy> | null = { kind: 'post-copy' },
  part: Partial<SoloSpec> = {},
): MoveLab {
  const whole = { ...smallSpec, ...part };
  return { spec: whole, against: against === null ? null : { ...whole.strategy, ...against } };
}

export async function openMove(client: WorkerClient<MigrationRequests>, lab: MoveLab): Promise<OpenedMove> {
  const reply = await client.call('open', { lab });
  if ('problem' in reply) throw new Error(reply.problem);
  return reply;
}

export const endOf = ({ sides }: OpenedMove): number => Math.max(...sides.map(({ endMs }) => endMs));

export const momentAt = (moveKey: string, atMs: number, have: number | null = null): MoveMomentRequest => ({
  generation: 1,
  moveKey,
  atMs,
  have,
});
