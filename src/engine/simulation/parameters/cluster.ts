/** The nodes. */
import { group } from './group.ts';

export const clusterParameters = group('Cluster', [
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
]);
