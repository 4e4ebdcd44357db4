/** What can happen to a thing on the stage, from the catalogue of commands. */
import type { Catalogue } from '../../../../protocol/catalogue.ts';
import type { Command, CommandKind, FailoverMode, History } from '../../../../protocol/model.ts';
import { commandProblem } from '../../../shared/command-problem.ts';
import { formatNumber } from '../../../shared/format.ts';
import { say, WORDS } from '../words.ts';

/** Whatever has a menu. Nodes by index, guests by id. */
export type MenuTarget =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'vm'; readonly vm: number }
  | { readonly kind: 'heartbeat-lan' | 'data-lan' | 'storage' | 'packet' };

/** A number somebody is asked for, as people write it: shares as percent. */
export interface AmountQuestion {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** what stands in the field at first: what it is now, or the usual harm */
  readonly value: number;
  /** what does no harm, as a way back */
  readonly harmless: number;
  command(value: number): Command;
}

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** why it can do nothing now, or null */
  readonly problem: string | null;
  /** what is given, or asked first */
  readonly does: Command | AmountQuestion;
  /** stands under a line */
  readonly apart: boolean;
}

/** Of these pairs only the one that can be done is listed: a cable is either in or out. */
const EITHER = new Set<Command['kind']>([
  'thaw-node',
  'cut-heartbeat',
  'heal-heartbeat',
  'cut-data',
  'heal-data',
  'stop-storage',
  'start-storage',
  'mend-stop-script',
]);

export function menuTitle(target: MenuTarget, history: History): string {
  if (target.kind === 'node') return history.nodes[target.node]?.name ?? '';
  if (target.kind === 'vm') return history.vms.find((vm) => vm.id === target.vm)?.name ?? '';
  return WORDS.things[target.kind];
}

export function menuItems(target: MenuTarget, history: History, catalogue: Catalogue): MenuItem[] {
  const items = catalogue.commands.flatMap((kind) => itemsOf(kind, target, history, catalogue));
  return items.filter(
    (item) => item.problem === null || 'command' in item.does || !EITHER.has(item.does.kind),
  );
}

function itemsOf(kind: CommandKind, target: MenuTarget, history: History, catalogue: Catalogue): MenuItem[] {
  if (target.kind === 'node') {
    return kind.which === 'node' ? ofNode(kind, target.node, history, catalogue, null) : [];
  }
  if (target.kind === 'vm') {
    const vm = history.vms.find((one) => one.id === target.vm);
    if (kind.which !== 'vm' || !vm) return [];
    return [item(kind, { kind: kind.kind, vm: vm.name } as Command, history)];
  }
  const here = kind.target === target.kind || (target.kind === 'data-lan' && kind.target === 'packet');
  if (!here) return [];
  if (kind.which === 'node') {
    return history.nodes.flatMap((node) => ofNode(kind, node.id, history, catalogue, node.name));
  }
  if (kind.amount !== null) return [asking(kind, kind.amount, history)];
  const apart = kind.target === 'packet' && target.kind === 'data-lan';
  return [{ ...item(kind, { kind: kind.kind } as Command, history), apart }];
}

/** @param name of the node, where the menu is not its own */
function ofNode(
  kind: CommandKind,
  node: number,
  history: History,
  catalogue: Catalogue,
  name: string | null,
): MenuItem[] {
  if (kind.kind === 'stop-node') {
    return modesOf(catalogue).map(({ value, label, description }) => {
      const command: Command = { kind: 'stop-node', node: node + 1, mode: value as FailoverMode };
      return {
        ...item(kind, command, history),
        key: `stop ${value}`,
        label: say(WORDS.stopHow, { name: kind.name, mode: label }),
        detail: description ?? kind.description,
      };
    });
  }
  const of = { node: node + 1 };
  const plain =
    kind.amount === null
      ? item(kind, { kind: kind.kind, ...of } as Command, history)
      : {
          ...asking(kind, kind.amount, history, of),
          problem: commandProblem(history, { kind: kind.kind, ...of } as Command),
        };
  const key = `${kind.kind} ${node}`;
  if (name !== null) return [{ ...plain, key, label: say(WORDS.ofNode, { node: name, name: kind.name }) }];
  return [{ ...plain, key, apart: kind.kind === 'crash-node' || kind.kind === 'cut-heartbeat' }];
}

function modesOf(catalogue: Catalogue): NonNullable<Catalogue['parameters'][number]['choices']> {
  return catalogue.parameters.find(({ path }) => path === 'failover')?.choices ?? [];
}

function item(kind: CommandKind, command: Command, history: History): MenuItem {
  return {
    key: kind.kind,
    label: kind.name,
    detail: kind.description,
    problem: commandProblem(history, command),
    does: command,
    apart: false,
  };
}

function asking(
  kind: CommandKind,
  amount: NonNullable<CommandKind['amount']>,
  history: History,
  of: { readonly node?: number } = {},
): MenuItem {
  const share = amount.field === 'lossShare';
  const scale = share ? 100 : 1;
  const now = amountNow(kind.kind, history, of.node);
  const unit = share ? '%' : amount.unit;
  // A LAN's own speed is not its harmless most, so what it is now tells nothing of harm.
  const harmed = now !== null && amount.field !== 'mbps' && now !== amount.harmless;
  return {
    key: kind.kind,
    label: say(WORDS.ask, { name: kind.name }),
    detail:
      now === null
        ? kind.description
        : say(WORDS.amountNow, { text: kind.description, value: formatNumber(now * scale), unit }),
    problem: null,
    apart: false,
    does: {
      label: amount.label,
      unit,
      min: amount.min * scale,
      max: amount.max * scale,
      value: Math.round((harmed ? now : amount.default) * scale * 100) / 100,
      harmless: amount.harmless * scale,
      command: (value) =>
        value === amount.harmless * scale && kind.heals !== null
          ? ({ kind: kind.heals, ...of } as Command)
          : ({ kind: kind.kind, ...of, [amount.field]: value / scale } as Command),
    },
  };
}

function amountNow(
  kind: Command['kind'],
  { surroundings, nodes }: History,
  node: number | undefined,
): number | null {
  switch (kind) {
    case 'lossy-heartbeat':
      return surroundings.heartbeatLoss;
    case 'lossy-data':
      return surroundings.dataLoss;
    case 'slow-data':
      return surroundings.dataMbps;
    case 'slow-storage':
      return surroundings.storageSlow;
    case 'fail-stop-script':
      return nodes[(node ?? 0) - 1]?.stopFailures ?? null;
    default:
      return null;
  }
}
