/** A log of the user's own, beside the simulation with the settings it tells of. */
import { IDLE } from '../long-work.ts';
import type { Slice } from './core.ts';
import { text as say } from './messages.ts';
import { Work } from './work.ts';

type Changes = Readonly<Record<string, number | string | boolean>>;

interface Opened {
  readonly name: string;
  readonly text: string;
  readonly changes: Changes;
}

/** A reading that is none: it ends the work without taking the place of the one on screen. */
class Unreadable extends Error {}

export const logActions: Slice<'openLog' | 'setLogParameter' | 'cancelLog' | 'closeLog'> = (core) => {
  const log = new Work(core, 'log');
  const { store } = core;
  /** the log on screen, and the one asked for last */
  let shown: Opened | null = null;
  let asked: Opened | null = null;

  const read = (next: Opened) => {
    asked = next;
    log.run(async (signal, tell) => {
      const reading = await core.client?.call(
        'log',
        { text: next.text, changes: next.changes },
        { signal, onProgress: (done) => tell(done, null) },
      );
      if (reading === undefined) throw new Error(say('not-ready'));
      if (reading.problem !== null) {
        asked = shown;
        const code = shown === null || shown.text === next.text ? 'log-refused' : 'log-kept';
        throw new Unreadable(say(code, { name: next.name, problem: reading.problem }));
      }
      shown = next;
      store.setState({ logName: next.name });
      return reading;
    }, true);
  };

  return {
    openLog: (name, text) => read({ name, text, changes: {} }),
    setLogParameter: (path, value) => {
      if (asked !== null) read({ ...asked, changes: { ...asked.changes, [path]: value } });
    },
    cancelLog: () => {
      asked = shown;
      log.stop();
    },
    closeLog: () => {
      log.stop();
      shown = asked = null;
      log.put(IDLE);
      store.setState({ logName: null });
    },
  };
};
