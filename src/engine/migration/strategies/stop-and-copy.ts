import type { Strategy } from '../strategy.ts';

/** Pause, copy everything, resume: no page goes twice, and the downtime is the whole time. */
export const stopAndCopy: Strategy = {
  kind: 'stop-and-copy',
  name: 'Stop and copy',
  description: 'Pauses the VM, copies all of its memory once and resumes it at the destination.',
  source: '[B] section 2',
  parameters: [],
  predicts: false,
  suspendsFirst: true,
  resumesEarly: false,
  adaptsRate: false,
  compresses: false,
  inCluster: true,
  pseudocode: ['suspend the VM', 'send every page, then the CPU state', 'resume it at the destination'],
};
