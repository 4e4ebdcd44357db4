/** Fields of a history that most tests have nothing to say about. */
import type { History, NodeSummary, VmSummary } from '../../src/engine/simulation/history.ts';

export const CALM: Pick<History, 'shots' | 'waiting' | 'surroundings'> = {
  shots: [],
  waiting: [],
  surroundings: { heartbeatLoss: 0, dataLoss: 0, dataMbps: 1000, storageDown: false, storageSlow: 1 },
};

export const ALONE: Pick<
  VmSummary,
  'copyNode' | 'copyBooting' | 'halted' | 'corruptBlocks' | 'memoryInUseMB'
> = {
  copyNode: -1,
  copyBooting: false,
  halted: null,
  corruptBlocks: 0,
  memoryInUseMB: 10,
};

export const PLUGGED: Pick<
  NodeSummary,
  'heartbeatPlugged' | 'dataPlugged' | 'peers' | 'owners' | 'stopFailures' | 'retry'
> = {
  heartbeatPlugged: true,
  dataPlugged: true,
  peers: [],
  owners: [],
  stopFailures: 0,
  retry: null,
};
