/** Settings of the run as a whole. */
import { group } from './group.ts';

export const runParameters = group('Run', [
  {
    path: 'seed',
    label: 'Seed',
    description: 'Everything random comes from it: the same seed gives the same run, bit for bit.',
    unit: '',
    min: 0,
    max: 4_294_967_295,
    step: 1,
    source: 'free choice',
  },
  {
    path: 'failover',
    label: 'Kind of stop',
    description: 'What Heartbeat’s init script does with the guests when a node is stopped.',
    unit: '',
    kind: 'choice',
    choices: [
      {
        value: 'paper-script',
        label: 'paper’s script',
        description: 'says “stopped” at once, then migrates at a pace',
      },
      {
        value: 'stock-migrating',
        label: 'stock, migrating',
        description: 'migrates without a pace: higher but shorter',
      },
      {
        value: 'stock-rebooting',
        label: 'stock, rebooting',
        description: 'shuts the guest down and boots it elsewhere',
      },
    ],
    source: '[A] section IV, Tables 3 and 4',
  },
  {
    path: 'durationMs',
    label: 'Length of the run',
    description: 'The run rests when this time is over and nothing is under way any more.',
    unit: 'ms',
    min: 1000,
    max: 600_000,
    step: 1000,
    source: '[A] 3,000 pings at 10 ms',
  },
]);
