/** Everything a user can do to a run, as the menus and the command line list it. */
import type { Command } from './scenario.ts';

/** What a command is aimed at. */
export type CommandTarget = 'node' | 'vm' | 'heartbeat-lan' | 'data-lan' | 'storage' | 'packet';

export interface CommandKind {
  readonly kind: Command['kind'];
  readonly name: string;
  /** one sentence */
  readonly description: string;
  readonly target: CommandTarget;
  /** the field that names which node or VM; null where there is but one */
  readonly which: 'node' | 'vm' | null;
  /** the command that undoes it; null = another of its kind, or nothing */
  readonly heals: Command['kind'] | null;
  /** a number it takes */
  readonly amount: {
    readonly field: 'lossShare' | 'mbps' | 'factor' | 'times';
    readonly label: string;
    readonly unit: string;
    readonly min: number;
    readonly max: number;
    /** what it is when it does no harm */
    readonly harmless: number;
    readonly default: number;
  } | null;
}

const lossOf = (what: string): CommandKind['amount'] => ({
  field: 'lossShare',
  label: what,
  unit: '0–1',
  min: 0,
  max: 1,
  harmless: 0,
  default: 0.2,
});

const command = (
  kind: Command['kind'],
  target: CommandTarget,
  name: string,
  description: string,
  rest: Partial<CommandKind> = {},
): CommandKind => ({
  kind,
  name,
  description,
  target,
  which: target === 'node' ? 'node' : null,
  heals: null,
  amount: null,
  ...rest,
});

export const commandKinds: readonly CommandKind[] = [
  command('stop-node', 'node', 'Stop Heartbeat', 'A controlled stop: its guests move, or boot elsewhere.', {
    heals: 'power-node',
  }),
  command(
    'crash-node',
    'node',
    'Crash',
    'The power goes: everything in its memory is lost, and it is silent.',
    {
      heals: 'power-node',
    },
  ),
  command(
    'freeze-node',
    'node',
    'Freeze',
    'It hangs with everything on it, and is silent; nothing is lost.',
    {
      heals: 'thaw-node',
    },
  ),
  command('thaw-node', 'node', 'Go on', 'A node that hung goes on where it stood.'),
  command(
    'power-node',
    'node',
    'Switch on',
    'A node that is off, or has left the cluster, starts and joins it.',
  ),
  command(
    'fail-stop-script',
    'node',
    'Stop script fails',
    'When it is told to stop, a stop script ends with exit code 1: it is called again each second, 10 times at most, then the node reboots itself.',
    {
      heals: 'mend-stop-script',
      amount: {
        field: 'times',
        label: 'How often it fails',
        unit: 'times',
        min: 1,
        max: 20,
        harmless: 0,
        default: 3,
      },
    },
  ),
  command('mend-stop-script', 'node', 'Mend stop script', 'Its stop scripts end with exit code 0 again.'),
  command(
    'cut-heartbeat',
    'heartbeat-lan',
    'Pull its heartbeat cable',
    'The others hear nothing of it, it nothing of them; the data LAN stays.',
    {
      which: 'node',
      heals: 'heal-heartbeat',
    },
  ),
  command('heal-heartbeat', 'heartbeat-lan', 'Plug its heartbeat cable in', 'It is heard again, and hears.', {
    which: 'node',
  }),
  command('lossy-heartbeat', 'heartbeat-lan', 'Lose heartbeats', 'A share of all heartbeats gets lost.', {
    amount: lossOf('Lost heartbeats'),
  }),
  command('cut-data', 'data-lan', 'Pull its data cable', 'No ping, no page and no disk gets through to it.', {
    which: 'node',
    heals: 'heal-data',
  }),
  command('heal-data', 'data-lan', 'Plug its data cable in', 'Pings, pages and disks get through again.', {
    which: 'node',
  }),
  command(
    'lossy-data',
    'data-lan',
    'Lose data packets',
    'A share of all packets gets lost: pings are missing, pages go again.',
    {
      amount: { ...lossOf('Lost packets'), max: 0.9 } as CommandKind['amount'],
    },
  ),
  command('slow-data', 'data-lan', 'Slow the data LAN', 'Its ports are slower than they should be.', {
    amount: {
      field: 'mbps',
      label: 'Speed',
      unit: 'Mb/s',
      min: 1,
      max: 100_000,
      harmless: 100_000,
      default: 100,
    },
  }),
  command('stop-storage', 'storage', 'Stop the iSCSI target', 'Every guest waits for its disk.', {
    heals: 'start-storage',
  }),
  command('start-storage', 'storage', 'Start the iSCSI target', 'The disks are there again.'),
  command('slow-storage', 'storage', 'Slow the storage', 'Cold caches take longer to fill.', {
    amount: { field: 'factor', label: 'Slower by', unit: '×', min: 1, max: 100, harmless: 1, default: 4 },
  }),
  command('drop-ping', 'packet', 'Drop a packet', 'The next ping gets no answer.'),
  command('crash-vm', 'vm', 'Crash', 'The guest’s memory is lost; its node and its disk are fine.', {
    which: 'vm',
  }),
  command(
    'increase-mem',
    'vm',
    'increase_mem',
    'Its web server takes 10 MB more for requests: each takes longer to answer.',
    { which: 'vm', heals: 'decrease-mem' },
  ),
  command('decrease-mem', 'vm', 'decrease_mem', 'Its web server gives 10 MB back.', { which: 'vm' }),
];

export function commandKind(kind: Command['kind']): CommandKind {
  const found = commandKinds.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no command "${kind}".`);
  return found;
}
