import type { Strategy } from '../strategy.ts';
import { maxBandwidth, windowLength } from './pace-parameters.ts';
import { postcopyPace, selfBallooning, switchMs } from './post-copy-parameters.ts';

/** Hines and Gopalan: the VM moves first, its pages follow, each exactly once. */
export const postCopy: Strategy = {
  kind: 'post-copy',
  name: 'Post-copy',
  description:
    'Moves only the CPU state, resumes the VM at the destination and sends it the pages it asks for, pushing the others meanwhile.',
  source: 'Hines and Gopalan 2009; [B] section 2',
  parameters: [
    maxBandwidth,
    windowLength,
    postcopyPace,
    {
      path: 'prePaging',
      label: 'Pre-paging',
      description: 'Which pages are pushed after one was asked for.',
      unit: '',
      kind: 'choice',
      choices: [
        { value: 'bubble', label: 'bubble', description: 'Outwards from it on both sides in turn.' },
        { value: 'forward', label: 'forward', description: 'Onwards from it in address order.' },
      ],
      default: 'bubble',
      source: 'Hines and Gopalan 2009',
      group: 'Post-copy',
    },
    selfBallooning,
    switchMs,
  ],
  predicts: false,
  suspendsFirst: true,
  resumesEarly: true,
  adaptsRate: false,
  compresses: false,
  inCluster: false,
  pseudocode: [
    'give back the pages the guest does not use (self-ballooning)',
    'suspend the VM',
    'send the CPU state',
    'resume it at the destination',
    'while pages are missing',
    '  if the VM asked for one: send it, and let the bubble grow around it',
    '  else push the next page at the bubble’s edge',
  ],
};
