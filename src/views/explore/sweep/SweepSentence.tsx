import { useExplore } from '../../../store/explore/store.ts';
import { SentenceBar } from '../SentenceBar.tsx';
import { SENTENCES, WORDS } from '../sentence-words.ts';
import type { ShownSweep } from '../shown.ts';
import { asked, found, saidText } from '../situation.ts';
import { useHeld } from '../use-held.ts';
import { RunControl } from './RunControl.tsx';

const SLOW_MS = 1000;

/** What this sweep asks; as soon as results are there, what they show. */
export function SweepSentence({ shown }: { shown: ShownSweep | null }) {
  const failed = useExplore((state) => state.status === 'failed');
  const cases = useExplore((state) => state.cases);
  const some = useExplore((state) => (state.run?.arrived ?? 0) > 0);
  const running = useExplore((state) => state.run?.running ?? false);
  const whole = useExplore(({ run }) => run !== null && run.arrived === run.cases);
  // Numbers that change eight times a second cannot be read.
  const slow = useHeld(shown, shown && `${shown.spec.name} ${shown.figure.name}`, running ? SLOW_MS : 0);
  const said =
    slow === null
      ? [{ template: failed ? SENTENCES.failed : SENTENCES.loading, slots: {} }]
      : some
        ? [...(whole ? [] : [{ template: SENTENCES.soFar, slots: {} }]), ...found(slow)]
        : running
          ? [{ template: SENTENCES.waiting, slots: {} }]
          : asked(slow, cases);
  return (
    <SentenceBar label={WORDS.region} said={said} announced={running ? '' : saidText(said)}>
      {shown !== null && <RunControl />}
    </SentenceBar>
  );
}
