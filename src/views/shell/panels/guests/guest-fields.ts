/** The fields of a guest as parameters, so that the same controls serve them. */
import type { Catalogue, ParameterInfo } from '../../../../protocol/catalogue.ts';
import type { GuestSpec } from '../../../../protocol/model.ts';
import { plainText } from '../../../shared/template.ts';
import { FIELDS } from './words.ts';

type Rest = Partial<ParameterInfo> & Pick<ParameterInfo, 'kind' | 'label' | 'description'>;

const field = (path: string, rest: Rest): ParameterInfo => ({
  path,
  unit: '',
  group: '',
  default: '',
  source: '',
  ...rest,
});

export function guestFields(catalogue: Catalogue, nodes: number, guest: GuestSpec): ParameterInfo[] {
  const choices = Array.from({ length: nodes }, (_, i) => ({
    value: String(i + 1),
    label: plainText(FIELDS.node.choice, { node: String(i + 1) }),
    description: '',
  }));
  const workloads = catalogue.workloads.map(({ kind, name, description }) => ({
    value: kind,
    label: name,
    description,
  }));
  const number = { kind: 'number' as const, min: 0 };
  const all = [
    field('name', { kind: 'text', label: FIELDS.name.label, description: FIELDS.name.description }),
    field('os', { kind: 'text', ...FIELDS.os }),
    field('role', { kind: 'text', ...FIELDS.role }),
    field('node', {
      kind: 'choice',
      label: FIELDS.node.label,
      description: FIELDS.node.description,
      choices,
    }),
    field('memoryMiB', { ...number, ...FIELDS.memoryMiB, unit: 'MiB', min: 1, max: 4096, step: 16 }),
    field('workload.kind', { kind: 'choice', ...FIELDS.workload, choices: workloads }),
    field('workload.referencesPerSecond', {
      ...number,
      ...FIELDS.references,
      unit: '1/s',
      max: 200_000,
      step: 1000,
    }),
    field('requestsPerSecond', { ...number, ...FIELDS.requests, unit: '1/s', max: 10_000, step: 10 }),
    field('cpuPercent', { ...number, ...FIELDS.cpu, unit: '%', max: 100, step: 1 }),
  ];
  const writes = field('workload.writeShare', {
    ...number,
    ...FIELDS.writeShare,
    unit: '0–1',
    max: 1,
    step: 0.05,
  });
  // Recorded programs write as they did when they were recorded.
  return guest.workload.kind === 'traces' ? all : [...all.slice(0, 7), writes, ...all.slice(7)];
}
