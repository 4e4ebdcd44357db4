/** Every measured run beside its simulated twin, and one of them looked at closely. */
import { IDLE } from '../long-work.ts';
import type { Slice } from './core.ts';
import { Work } from './work.ts';

export const twinActions: Slice<'startTwins' | 'cancelTwins' | 'choose'> = (core) => {
  const twins = new Work(core, 'twins');
  const detail = new Work(core, 'detail');
  const { store } = core;
  return {
    startTwins: () => {
      if (twins.state.busy || twins.state.done === 1) return;
      twins.run(
        (signal, tell) =>
          core.client
            ?.call('twins', {}, { signal, onProgress: ({ rows, done }) => tell(done, rows) })
            .then(({ rows }) => rows),
        true,
      );
    },
    cancelTwins: () => twins.stop(),
    choose: (run) => {
      const { chosen } = store.getState();
      if (run !== null && chosen?.name === run.name && chosen.repeat === run.repeat) return;
      store.setState({ chosen: run });
      core.addressChanged('replace');
      detail.stop();
      if (run === null) {
        detail.put(IDLE);
        return;
      }
      // The run looked at before stays until the new one is there, so that the page does not jump.
      detail.run(
        (signal, tell) => core.client?.call('twin', run, { signal, onProgress: (done) => tell(done, null) }),
        true,
      );
    },
  };
};
