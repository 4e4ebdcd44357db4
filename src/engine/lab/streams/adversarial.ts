import type { StreamKind } from '../stream.ts';

export const adversarialStream: StreamKind = {
  kind: 'adversarial',
  name: 'Adversarial',
  description: 'Always asks for the deepest key of the tree under study, the leftmost of several.',
  source: 'synthetic',
  parameters: [],
  gives: 'keys',
  needs: 'deepest',
  create: ({ deepest }) => ({ next: deepest ?? (() => 0) }),
};
