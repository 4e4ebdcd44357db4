/** Changes to the guests of a run. Pure: a run in, another out. Whether it can be is the engine's to say. */
import type { GuestSpec, Run } from '../../../../protocol/model.ts';

export const MAX_GUESTS = 24;

export interface NodeRoom {
  /** from 1 */
  readonly node: number;
  readonly usedMiB: number;
  readonly roomMiB: number;
}

/** What the guests that start on each node take of what Dom0 leaves. */
export function roomOf({ scenario }: Run): NodeRoom[] {
  const { nodes, memoryMiB, dom0MiB } = scenario.cluster;
  return Array.from({ length: nodes }, (_, i) => {
    const here = scenario.guests.filter(({ node }) => node === i + 1);
    const usedMiB = here.reduce((sum, guest) => sum + guest.memoryMiB, 0);
    return { node: i + 1, usedMiB, roomMiB: memoryMiB - dom0MiB };
  });
}

/** One more, like the last; on the last one's node, or where there is most room if it does not fit there. */
export function withGuest(run: Run): Run {
  const { guests } = run.scenario;
  const last = guests.at(-1);
  if (last === undefined) return run;
  const rooms = roomOf(run);
  const free = (node: number) => {
    const room = rooms[node - 1];
    return room === undefined ? Number.NEGATIVE_INFINITY : room.roomMiB - room.usedMiB;
  };
  const widest = rooms.reduce((best, { node }) => (free(node) > free(best) ? node : best), 1);
  const node = free(last.node) >= last.memoryMiB ? last.node : widest;
  return withGuests(run, [...guests, { ...last, node, name: freeName(guests) }]);
}

/** Two guests can have one name nowhere: the first of x0, x1, … that is free. */
function freeName(guests: readonly GuestSpec[]): string {
  const names = new Set(guests.map(({ name }) => name));
  for (let i = 0; ; i += 1) if (!names.has(`x${i}`)) return `x${i}`;
}

export function withoutGuest(run: Run, index: number): Run {
  return withGuests(
    run,
    run.scenario.guests.filter((_, i) => i !== index),
  );
}

/** A guest with another value of one field. A new name follows wherever the old one was meant. */
export function withField(run: Run, index: number, path: string, value: string | number | boolean): Run {
  const old = run.scenario.guests[index];
  if (old === undefined) return run;
  const guest = path.startsWith(WORKLOAD)
    ? { ...old, workload: { ...old.workload, [path.slice(WORKLOAD.length)]: value } }
    : { ...old, [path]: value };
  const changed = withGuests(
    run,
    run.scenario.guests.map((one, i) => (i === index ? guest : one)),
  );
  return path === 'name' ? renamed(changed, old.name, String(value)) : changed;
}

const WORKLOAD = 'workload.';

export function withPinged(run: Run, name: string): Run {
  return { ...run, scenario: { ...run.scenario, pingedVm: name } };
}

function withGuests(run: Run, guests: readonly GuestSpec[]): Run {
  return { ...run, scenario: { ...run.scenario, guests } };
}

function renamed(run: Run, from: string, to: string): Run {
  const commands = run.commands.map((timed) =>
    'vm' in timed.command && timed.command.vm === from
      ? { ...timed, command: { ...timed.command, vm: to } }
      : timed,
  );
  const pinged = run.scenario.pingedVm === from ? withPinged(run, to) : run;
  return { ...pinged, commands };
}
