/** Heartbeat's own settings (ha.cf), and fencing. */
import { group } from './group.ts';

const ms = (
  path: string,
  label: string,
  description: string,
  max: number,
  source: string,
  min = 0,
): Parameters<typeof group>[1][number] => ({
  path,
  label,
  description,
  unit: 'ms',
  min,
  max,
  step: 50,
  source,
});

const SAMPLE = 'Heartbeat’s sample file';

export const heartbeatParameters = group('Heartbeat', [
  ms(
    'heartbeat.keepaliveMs',
    'Keepalive',
    'Time between two heartbeats of a node (UDP 694).',
    60_000,
    'Heartbeat’s source',
    50,
  ),
  ms(
    'heartbeat.warntimeMs',
    'Warntime',
    'A beat that comes later than this after the one before is logged as late.',
    600_000,
    'half the deadtime',
  ),
  ms(
    'heartbeat.deadtimeMs',
    'Deadtime',
    'A node not heard for so long is declared dead; more than twice the keepalive.',
    600_000,
    SAMPLE,
  ),
  ms(
    'heartbeat.initdeadMs',
    'Initdead',
    'The same for nodes that were never heard since this one started.',
    600_000,
    SAMPLE,
  ),
  {
    path: 'heartbeat.autoFailback',
    label: 'Auto failback',
    description: 'Guests go back to the node they started on as soon as it is there again.',
    unit: '',
    kind: 'switch',
    source: 'free choice; off in the paper’s rig',
  },
  {
    path: 'heartbeat.stonith',
    label: 'STONITH',
    description: 'A node that fell silent is switched off before its guests are started elsewhere.',
    unit: '',
    kind: 'switch',
    source: 'free choice; the paper’s rig has none',
  },
  ms('heartbeat.stonithMs', 'Shot takes', 'From aiming to the node being off.', 600_000, 'about 10 s'),
  {
    path: 'heartbeat.stonithFailureShare',
    label: 'Shots that fail',
    description: 'Share of the shots that fail; they are repeated after 5 s.',
    unit: '0–1',
    min: 0,
    max: 1,
    step: 0.05,
    source: 'free choice',
  },
  ms(
    'heartbeat.monitorMs',
    'Monitor',
    'How often a guest is asked whether it lives; 0 = never, as Heartbeat by itself.',
    600_000,
    'free choice',
  ),
  ms(
    'heartbeat.nodeBootMs',
    'Node boots',
    'From switching a node on to its first heartbeat.',
    600_000,
    'assumed',
  ),
  {
    path: 'storage.writesPerSecond',
    label: 'Disk writes of a guest',
    description: 'Blocks it writes to its disk image; what two writers may destroy.',
    unit: '1/s',
    min: 0,
    max: 100_000,
    step: 1,
    source: 'assumed',
  },
]);
