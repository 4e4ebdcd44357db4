/** The nodes. */
import { layersKinds } from '../../cluster/layers.ts';
import { choicesOf, group } from './group.ts';

export const clusterParameters = group('Cluster', [
  {
    path: 'cluster.nodes',
    label: 'Nodes',
    description: 'Hosts that run guests; the storage machine is one more.',
    unit: '',
    min: 2,
    max: 8,
    step: 1,
    source: '[A] three of its four PCs',
  },
  {
    path: 'cluster.memoryMiB',
    label: 'Memory of a node',
    description: 'All of it, Dom0’s included.',
    unit: 'MiB',
    min: 512,
    max: 65_536,
    step: 256,
    source: '[A] 2 GB',
  },
  {
    path: 'cluster.dom0MiB',
    label: 'Memory of Dom0',
    description: 'What the privileged domain keeps for itself.',
    unit: 'MiB',
    min: 64,
    max: 4096,
    step: 64,
    source: 'assumed',
  },
  {
    path: 'cluster.cores',
    label: 'Cores of a node',
    description: 'CPU percentages are of all of them.',
    unit: '',
    min: 1,
    max: 64,
    step: 1,
    source: 'assumed',
  },
  {
    path: 'cluster.layers',
    label: 'Layers of the hosts',
    description:
      'What stands between guests and machine: its cost shows in CPU and response time, not in pings.',
    unit: '',
    kind: 'choice',
    choices: choicesOf(layersKinds),
    source: '[A] Xen; the costs of full and OS-level virtualization are assumed',
  },
  {
    path: 'cluster.dom0CapPercent',
    label: 'Cap on Dom0',
    description: 'Most of its host Dom0 may use, 100 = no cap. A low one slows the migration.',
    unit: '%',
    min: 0.5,
    max: 100,
    step: 1,
    source: 'no cap in [A]; the rule is assumed',
  },
]);
