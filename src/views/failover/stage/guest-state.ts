/** Which guests a card shows, and the one word on each that matters most. */
import type { History, VmSummary } from '../../../protocol/model.ts';
import { WORDS } from './words.ts';

export interface GuestWord {
  readonly word: string;
  /** it is hurt, and shows it */
  readonly hurt: boolean;
}

/** What is on a node, what starts there, and what should be there but is lost. */
export function guestsOn(history: History, node: number): VmSummary[] {
  return history.vms.filter(
    (vm) =>
      vm.node === node || vm.copyNode === node || (vm.node < 0 && vm.belief.node === node && isMissed(vm)),
  );
}

/** Somebody still counts on it here. */
function isMissed({ belief }: VmSummary): boolean {
  return belief.state === 'starting' || belief.state === 'started';
}

/** Guests that are on no card: only their disks are left. */
export function homeless(history: History): VmSummary[] {
  return history.vms.filter((vm) => vm.node < 0 && !(vm.belief.node >= 0 && isMissed(vm)));
}

/** Somebody starts it just now; what is believed of it may be older. */
export function boots({ phases }: History, { id, node, belief }: VmSummary): boolean {
  const phase = phases.findLast(({ vm }) => vm === id);
  return node < 0 && belief.state === 'starting' && phase?.name === 'boot';
}

/** null: nothing out of the ordinary */
export function guestWord(history: History, vm: VmSummary, node: number): GuestWord | null {
  if (vm.copyNode >= 0 && vm.copyBooting && vm.copyNode === node) {
    return { word: WORDS.bootsTwice, hurt: true };
  }
  if (vm.copyNode >= 0 && !vm.copyBooting) {
    return { word: vm.copyNode === node ? WORDS.runsHereToo : WORDS.runsTwice, hurt: true };
  }
  if (vm.node < 0) {
    if (boots(history, vm)) return { word: WORDS.boots, hurt: false };
    return { word: vm.state === 'lost' ? WORDS.lost : WORDS.isOff, hurt: true };
  }
  if (vm.halted === 'host') return { word: WORDS.hangs, hurt: true };
  if (vm.halted === 'disk') return { word: WORDS.waitsForDisk, hurt: true };
  return null;
}
