/** From a point of the picture to the very run behind it. */
import { linkToSubject } from '../../protocol/explore-link.ts';
import type { Slice } from './core.ts';
import { text } from './messages.ts';

export const caseActions: Slice<'openCase' | 'caseSubject' | 'pick'> = (core) => {
  const { store } = core;
  const caseSubject = async (index: number) => {
    const { sweep, run } = store.getState();
    if (sweep === null) return null;
    const problem = run?.lines[index]?.problem ?? null;
    if (problem !== null) {
      store.setState({ notice: { kind: 'error', text: problem } });
      return null;
    }
    try {
      const answer = await core.pool?.ask('caseOf', { sweep, index });
      // Another sweep, or another place, may be on screen by now.
      return answer === undefined || store.getState().sweep !== sweep ? null : answer.subject;
    } catch (reason) {
      const said = reason instanceof Error ? reason.message : text('not-ready');
      store.setState({ notice: { kind: 'error', text: said } });
      return null;
    }
  };
  return {
    pick: (picked) => store.setState({ picked }),
    caseSubject,
    openCase: async (index) => {
      const subject = await caseSubject(index);
      const { catalogue } = store.getState();
      if (subject === null || catalogue === null) return;
      core.addressChanged('replace');
      core.env?.go(linkToSubject(subject, catalogue.defaults));
    },
  };
};
