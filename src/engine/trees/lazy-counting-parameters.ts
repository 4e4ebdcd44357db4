/** Where the print of paper B leaves a choice, each choice is a setting; the defaults are the reading the app uses. */
import type { TreeParameter } from './tree.ts';

const asSwitch = { unit: '', kind: 'switch', min: 0, max: 1, step: 1 } as const;

export const threshold: TreeParameter = {
  name: 'threshold',
  label: 'Too deep from',
  description:
    'A key found at this many times log₂ n levels or deeper is too deep: every pair up to the root is weighed, not only the lowest.',
  unit: '× log₂ n',
  kind: 'number',
  min: 1,
  max: 4,
  step: 0.25,
  default: 2,
  source: 'Paper B, Table 1',
};

export const strict: TreeParameter = {
  ...asSwitch,
  name: 'strict',
  label: 'Deeper than, not at least',
  description:
    'A key exactly at the threshold is not yet too deep, as the text beside Figure 2 says; Table 1 prints "at least".',
  default: 0,
  source: 'Paper B, Figure 2',
};

export const mirror: TreeParameter = {
  ...asSwitch,
  name: 'mirror',
  label: 'Right children too',
  description:
    'Right children are weighed and rise like left ones; off is as printed, where only left children ever rise.',
  default: 1,
  source: 'Paper B, Table 2 prints the left case only',
};

/**
 * Off is the printed order repaired: the decisions see the counts without this access, then the access is counted along
 * the way the key has now. Followed to the letter, Table 1 counts on return from the recursion, on the old way; after a
 * rotation below, the target has left a subtree that still counts it, and the totals drift from the sums they stand for.
 */
export const countFirst: TreeParameter = {
  ...asSwitch,
  name: 'countFirst',
  label: 'Count before deciding',
  description:
    'The access is counted before pairs are weighed; off is the printed order, deciding first (with the totals kept right, which the print lets drift).',
  default: 1,
  source: 'Paper B, Table 1',
};
