/** Why a command can do nothing as things stand, in one sentence; null where it can. The engine refuses the same ones. */
import type { Command, History, NodeSummary, VmSummary } from '../../protocol/model.ts';
import { format } from '../../protocol/texts.ts';

const WORDS = {
  noNode: 'There is no such node.',
  noVm: 'There is no such guest.',
  onlyOnline: '{node} {state}: only a node that is online can do that.',
  offAlready: '{node} is off: switch it on first.',
  doesNotHang: '{node} does not hang.',
  isThere: '{node} {state}: only one that is off, or has left, can be switched on.',
  heartbeatPulled: 'The heartbeat cable of {node} is pulled already.',
  heartbeatPlugged: 'The heartbeat cable of {node} is plugged in.',
  dataPulled: 'The data cable of {node} is pulled already.',
  dataPlugged: 'The data cable of {node} is plugged in.',
  noHeartbeat: '{node} {state}: only where Heartbeat runs can it be told to stop.',
  notBroken: 'The stop scripts of {node} are in order.',
  storageDown: 'The iSCSI target has stopped already.',
  storageUp: 'The iSCSI target runs.',
  noRequests: '{vm} answers no requests now: nobody takes them.',
  noMemory: '{vm} has no 10 MB to give back.',
  notRunning: '{vm} does not run: nothing can happen to it.',
} as const;

/** What one request takes or gives back (paper A). */
const MEMORY_STEP_MB = 10;

const STATES: Readonly<Record<NodeSummary['state'], string>> = {
  online: 'is online',
  draining: 'is stopping',
  stopped: 'has left the cluster',
  crashed: 'is off',
  frozen: 'hangs',
  starting: 'is starting',
};

export function commandProblem(history: History, command: Command): string | null {
  if ('node' in command) {
    const node = history.nodes[command.node - 1];
    return node === undefined ? WORDS.noNode : nodeProblem(node, command.kind);
  }
  if ('vm' in command) {
    const vm = history.vms.find((one) => one.name === command.vm);
    if (vm === undefined) return WORDS.noVm;
    return vmProblem(vm, command.kind);
  }
  const { storageDown } = history.surroundings;
  if (command.kind === 'stop-storage') return storageDown ? WORDS.storageDown : null;
  if (command.kind === 'start-storage') return storageDown ? null : WORDS.storageUp;
  return null;
}

function vmProblem(vm: VmSummary, kind: Command['kind']): string | null {
  if (vm.node < 0) return format(WORDS.notRunning, { vm: vm.name });
  if (kind === 'crash-vm') return null;
  if (vm.responseMs === null) return format(WORDS.noRequests, { vm: vm.name });
  const least = kind === 'decrease-mem' && vm.memoryInUseMB < MEMORY_STEP_MB;
  return least ? format(WORDS.noMemory, { vm: vm.name }) : null;
}

function nodeProblem(node: NodeSummary, kind: Command['kind']): string | null {
  const say = (template: string) => format(template, { node: node.name, state: STATES[node.state] });
  switch (kind) {
    case 'stop-node':
    case 'freeze-node':
      return node.state === 'online' ? null : say(WORDS.onlyOnline);
    case 'crash-node':
      return node.state === 'crashed' ? say(WORDS.offAlready) : null;
    case 'thaw-node':
      return node.state === 'frozen' ? null : say(WORDS.doesNotHang);
    case 'power-node':
      return node.state === 'crashed' || node.state === 'stopped' ? null : say(WORDS.isThere);
    case 'fail-stop-script':
      return node.state === 'online' || node.state === 'draining' ? null : say(WORDS.noHeartbeat);
    case 'mend-stop-script':
      return node.stopFailures > 0 ? null : say(WORDS.notBroken);
    case 'cut-heartbeat':
      return node.heartbeatPlugged ? null : say(WORDS.heartbeatPulled);
    case 'heal-heartbeat':
      return node.heartbeatPlugged ? say(WORDS.heartbeatPlugged) : null;
    case 'cut-data':
      return node.dataPlugged ? null : say(WORDS.dataPulled);
    case 'heal-data':
      return node.dataPlugged ? say(WORDS.dataPlugged) : null;
    default:
      return null;
  }
}
