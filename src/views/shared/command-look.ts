/** How commands are told apart at a glance: by a letter and a number, and whether they hurt or heal. */
import type { Catalogue } from '../../protocol/catalogue.ts';
import type { Command, CommandKind, CommandTarget } from '../../protocol/model.ts';

type Kinds = Catalogue['commands'];

export interface CommandLook {
  /** 'n1', 'x0', 'H1', 'S' … */
  readonly sign: string;
  readonly target: CommandTarget;
  readonly heals: boolean;
  /** work that is asked for: it hurts nobody */
  readonly calm: boolean;
}

const CALM: ReadonlySet<Command['kind']> = new Set(['increase-mem', 'decrease-mem']);

export function isCalm(kind: Command['kind']): boolean {
  return CALM.has(kind);
}

const SIGNS: Readonly<Record<CommandTarget, string>> = {
  node: 'n',
  vm: '',
  'heartbeat-lan': 'H',
  'data-lan': 'D',
  storage: 'S',
  packet: 'P',
};

function kindOf(kinds: Kinds, command: Command): CommandKind | null {
  return kinds.find(({ kind }) => kind === command.kind) ?? null;
}

export function commandLook(kinds: Kinds, command: Command): CommandLook {
  const kind = kindOf(kinds, command);
  const target = kind?.target ?? 'node';
  const which =
    kind?.which == null ? '' : String((command as unknown as Record<string, unknown>)[kind.which] ?? '');
  return {
    sign: SIGNS[target] + which,
    target,
    heals: kind !== null && heals(kinds, kind, command),
    calm: isCalm(command.kind),
  };
}

/** It undoes another one, or its amount is the harmless one. */
function heals(kinds: Kinds, kind: CommandKind, command: Command): boolean {
  if (kind.amount !== null) return amountOf(kind, command) === kind.amount.harmless;
  return kinds.some((other) => other.heals === kind.kind);
}

/** The number a command takes; NaN where it takes none. */
function amountOf({ amount }: CommandKind, command: Command): number {
  return amount === null ? Number.NaN : Number((command as unknown as Record<string, unknown>)[amount.field]);
}
