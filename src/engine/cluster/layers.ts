/**
 * What stands between a guest's programs and the machine, and what it costs. A request pays twice: its answer comes h
 * later, and its host works c_v longer for it (paper A, Tables 1 and 2: response-time.ts). Only Xen's paravirtualization
 * and the bare machine were measured; the other two are assumed, as multiples of Xen's cost.
 */
import type { RegistryEntry } from '../../base/parameter.ts';

export type LayersKind = 'physical' | 'full' | 'para' | 'os-level';

export interface Layers extends RegistryEntry {
  readonly kind: LayersKind;
  /** what stands on the machine, from below */
  readonly stack: readonly string[];
  /** c_v and h as multiples of what paper A measured under Xen */
  readonly cpuFactor: number;
  readonly delayFactor: number;
}

export const layersKinds: readonly Layers[] = [
  {
    kind: 'physical',
    name: 'Physical machine',
    description: 'Programs on the machine’s own system: no cost, and nothing that could be moved alive.',
    stack: ['hardware', 'operating system', 'programs'],
    cpuFactor: 0,
    delayFactor: 0,
    source: '[A] Table 2',
    parameters: [],
  },
  {
    kind: 'full',
    name: 'Full virtualization',
    description:
      'An unchanged guest system; each touch of a device is caught and imitated, as in ESX or KVM without its drivers.',
    stack: ['hardware', 'hypervisor imitates devices', 'unchanged guest system', 'programs'],
    cpuFactor: 3,
    delayFactor: 2.5,
    source: 'assumed: 3 × c_v and 2.5 × h of Xen',
    parameters: [],
  },
  {
    kind: 'para',
    name: 'Paravirtualization',
    description: 'The guest system knows its hypervisor and calls it; Dom0 drives the devices, as in Xen.',
    stack: ['hardware', 'Xen', 'Dom0 and adapted guest systems', 'programs'],
    cpuFactor: 1,
    delayFactor: 1,
    source: '[A] Tables 1 and 2',
    parameters: [],
  },
  {
    kind: 'os-level',
    name: 'OS-level virtualization',
    description: 'One system for all; guests are walled-off groups of its processes, as in OpenVZ.',
    stack: ['hardware', 'one operating system', 'containers', 'programs'],
    cpuFactor: 0.1,
    delayFactor: 0.1,
    source: 'assumed: a tenth of Xen’s c_v and h',
    parameters: [],
  },
];

export function layersOf(kind: LayersKind): Layers {
  const found = layersKinds.find((layers) => layers.kind === kind);
  if (found === undefined) {
    const known = layersKinds.map((layers) => layers.kind).join(', ');
    throw new Error(`There are no layers "${kind}"; use one of ${known}.`);
  }
  return found;
}
