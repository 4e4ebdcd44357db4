import type { StreamKind } from '../stream.ts';

export const listStream: StreamKind = {
  kind: 'list',
  name: 'Own list',
  description:
    'Your own keys, pasted or dropped, in their order, from the start again where more are wanted.',
  source: 'yours',
  parameters: [],
  gives: 'keys',
  needs: 'list',
  create: ({ list = [], length }) => {
    if (list.length === 0 && length > 0)
      throw new Error('The list holds no keys; paste or drop at least one.');
    let at = 0;
    return {
      next: () => {
        const key = list[at] as number;
        at = at + 1 === list.length ? 0 : at + 1;
        return key;
      },
    };
  },
};
