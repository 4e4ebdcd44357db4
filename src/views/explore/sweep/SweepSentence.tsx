import { useExplore } from '../../../store/explore/store.ts';
import { SentenceBar } from '../SentenceBar.tsx';
import { SENTENCES, WORDS } from '../sentence-words.ts';
import type { ShownSweep } from '../shown.ts';
import { asked, found, saidText } from '../situation.ts';
import { RunControl } from './RunControl.tsx';

/** What this sweep asks; as soon as results are there, what they show. */
export function SweepSentence({ shown }: { shown: ShownSweep | null }) {
  const failed = useExplore((state) => state.status === 'failed');
  const cases = useExplore((state) => state.cases);
  const some = useExplore((state) => (state.run?.arrived ?? 0) > 0);
  const running = useExplore((state) => state.run?.running ?? false);
  const said =
    shown === null
      ? [{ template: failed ? SENTENCES.failed : SENTENCES.loading, slots: {} }]
      : some || running
        ? found(shown)
        : asked(shown, cases);
  return (
    <SentenceBar label={WORDS.region} said={said} announced={running ? '' : saidText(said)}>
      {shown !== null && <RunControl />}
    </SentenceBar>
  );
}
