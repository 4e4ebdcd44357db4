/** Who owns a guest at one moment: in truth, and as those who lead the cluster (or their side of it) believe. */
import { copyExecutes } from '../simulation/instances.ts';
import type { SimNode, SimState, SimVm } from '../simulation/state.ts';
import { isExecuting, isPresent, takesPart } from '../simulation/state.ts';
import { leads } from '../simulation/takeover.ts';

export interface TrueOwner {
  /** 0-based */
  readonly node: number;
  /** it is there but does not run: paused, its host hangs, or its disk is away */
  readonly what: 'runs' | 'boots' | 'stands';
}

export function trueOwners(sim: SimState, vm: SimVm): TrueOwner[] {
  const owners: TrueOwner[] = [];
  if (isPresent(vm)) owners.push({ node: vm.node, what: isExecuting(vm) ? 'runs' : 'stands' });
  else if (sim.reservations.some((reservation) => reservation.vm === vm.id)) {
    owners.push({ node: vm.node, what: 'boots' });
  }
  const { copy } = vm;
  if (copy === null) return owners;
  const what = copy.booting ? 'boots' : copyExecutes(sim, vm) ? 'runs' : 'stands';
  return [...owners, { node: copy.node, what }];
}

/** By each leader there is; while nobody leads, by the node of lowest number that is left. */
export function believedOwners(sim: SimState, vm: SimVm): { by: number; node: number }[] {
  const leaders = sim.nodes.filter(leads);
  const left = sim.nodes.find(takesPart);
  const believers = leaders.length > 0 ? leaders : left === undefined ? [] : [left];
  return believers.map((node) => ({ by: node.id, node: ownerBy(node, vm) })).filter(({ node }) => node >= 0);
}

/** The paper's stop script says "stopped" of a guest that still runs; the cluster takes its word. */
function ownerBy(node: SimNode, vm: SimVm): number {
  const owner = node.owners[vm.id] ?? -1;
  return vm.belief.state === 'stopped' && vm.belief.node === owner ? -1 : owner;
}
