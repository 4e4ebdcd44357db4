/** From a point of the picture to the very run behind it. */
import { linkToSubject } from '../../protocol/explore-link.ts';
import type { Slice } from './core.ts';
import { text } from './messages.ts';

export const caseActions: Slice<'openCase' | 'pick'> = (core) => {
  const { store } = core;
  return {
    pick: (picked) => store.setState({ picked }),
    openCase: async (index) => {
      const { sweep, catalogue, run } = store.getState();
      if (sweep === null || catalogue === null) return;
      const problem = run?.lines[index]?.problem ?? null;
      if (problem !== null) {
        store.setState({ notice: { kind: 'error', text: problem } });
        return;
      }
      try {
        const answer = await core.pool?.ask('caseOf', { sweep, index });
        // Another sweep, or another place, may be on screen by now.
        if (answer === undefined || store.getState().sweep !== sweep) return;
        core.addressChanged('replace');
        core.env?.go(linkToSubject(answer.subject, catalogue.defaults));
      } catch (reason) {
        const said = reason instanceof Error ? reason.message : text('not-ready');
        store.setState({ notice: { kind: 'error', text: said } });
      }
    },
  };
};
