/** What can be done to a thing just now: each harm, or in its place what heals it. */
import type { Command, CommandKind, History } from '../../../../protocol/model.ts';

export interface Offer {
  /** the harm: the button of a harm and of its healing is one and the same */
  readonly key: string;
  readonly kind: CommandKind;
  readonly command: Command;
  readonly possible: boolean;
  readonly heals: boolean;
}

/** A node (from 1), a guest's name, or nothing where there is but one. */
export type Which = number | string | null;

function possible(history: History, kind: Command['kind'], which: Which): boolean {
  const node = typeof which === 'number' ? history.nodes[which - 1] : undefined;
  switch (kind) {
    case 'stop-node':
    case 'freeze-node':
      return node?.state === 'online';
    case 'crash-node':
      return node !== undefined && node.state !== 'crashed';
    case 'thaw-node':
      return node?.state === 'frozen';
    case 'power-node':
      return node?.state === 'crashed' || node?.state === 'stopped';
    case 'fail-stop-script':
      return node?.stopFailures === 0 && (node.state === 'online' || node.state === 'draining');
    case 'mend-stop-script':
      return node !== undefined && node.stopFailures > 0;
    case 'cut-heartbeat':
      return node?.heartbeatPlugged === true;
    case 'heal-heartbeat':
      return node?.heartbeatPlugged === false;
    case 'cut-data':
      return node?.dataPlugged === true;
    case 'heal-data':
      return node?.dataPlugged === false;
    case 'stop-storage':
      return !history.surroundings.storageDown;
    case 'start-storage':
      return history.surroundings.storageDown;
    case 'crash-vm': {
      const vm = history.vms.find(({ name }) => name === which);
      return vm !== undefined && vm.state !== 'stopped' && vm.state !== 'lost';
    }
    default:
      return true;
  }
}

function commandOf(kind: CommandKind, which: Which): Command {
  const { amount } = kind;
  return {
    kind: kind.kind,
    ...(kind.which === null ? {} : { [kind.which]: which }),
    // A button does the usual harm; the menu on the stage asks how much.
    ...(amount === null ? {} : { [amount.field]: amount.default }),
  } as unknown as Command;
}

/** @param kinds those of one target that are no amount of the whole of it */
export function offersFor(history: History, kinds: readonly CommandKind[], which: Which): Offer[] {
  const healing = new Set(kinds.map(({ heals }) => heals));
  const shown = new Set<string>();
  return kinds
    .filter(({ kind }) => !healing.has(kind))
    .map((harm): Offer => {
      const cure = kinds.find(({ kind }) => kind === harm.heals);
      const hurts = possible(history, harm.kind, which);
      const cures = cure !== undefined && !shown.has(cure.kind) && possible(history, cure.kind, which);
      const kind = !hurts && cures ? cure : harm;
      shown.add(kind.kind);
      return {
        key: harm.kind,
        kind,
        command: commandOf(kind, which),
        possible: hurts || cures,
        heals: kind !== harm,
      };
    });
}

/** What an amount is at the moment. */
export function amountNow(history: History, kind: Command['kind']): number {
  const { heartbeatLoss, dataLoss, dataMbps, storageSlow } = history.surroundings;
  switch (kind) {
    case 'lossy-heartbeat':
      return heartbeatLoss;
    case 'lossy-data':
      return dataLoss;
    case 'slow-data':
      return dataMbps;
    default:
      return storageSlow;
  }
}
