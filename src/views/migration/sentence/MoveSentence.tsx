/** The clock, and in a sentence for each side what is happening now. */
import { useRef } from 'react';
import type { MigrationState } from '../../../store/migration/types.ts';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import { plainText } from '../../shared/template.ts';
import { shownSides } from '../shown.ts';
import { usePaced } from '../use-paced.ts';
import { MoveClock } from './MoveClock.tsx';
import styles from './MoveSentence.module.css';
import { type Situation, situationOf } from './situation.ts';
import { LOADING, SENTENCES, WORDS } from './words.ts';

/** The clock, and in one sentence what is happening now. */
export function MoveSentence() {
  const situations = usePaced(current, same);
  const said = useAnnouncement(situations);
  const length = situations.length > 1 ? 'short' : 'long';
  return (
    <section className={styles.bar} aria-label={WORDS.region}>
      <MoveClock />
      <div className={styles.sentences} data-sides={situations.length}>
        {situations.length === 0 && <h1 className={styles.sentence}>{LOADING}</h1>}
        {situations.map(({ code, slots }, i) => (
          <h1 key={WORDS.sides[i]} className={styles.sentence}>
            {situations.length > 1 && (
              <b className={styles.side} data-side={WORDS.sides[i]}>
                {WORDS.sides[i]}
              </b>
            )}
            <span>
              <TemplateWords template={roundIn(SENTENCES[code][length], slots)} slots={slots} />
            </span>
          </h1>
        ))}
      </div>
      <p className={styles.hidden} aria-live="polite">
        {said}
      </p>
    </section>
  );
}

/** A term's own words may name the round; slots stand outside terms. */
function roundIn(template: string, slots: Situation['slots']): string {
  return template.replace('|Round {round}]', `|Round ${slots.round ?? ''}]`);
}

/** Said anew when a situation changes, not with its numbers. */
function useAnnouncement(situations: readonly Situation[]): string {
  const told = useRef({ key: '', text: '' });
  const key = situations.map(({ code }) => code).join(' ');
  if (key !== told.current.key) {
    const texts = situations.map(({ code, slots }, i) => {
      const sentence = plainText(roundIn(SENTENCES[code].long, slots), slots);
      if (situations.length === 1) return sentence;
      return plainText(WORDS.told, { side: WORDS.sides[i] ?? '', sentence });
    });
    told.current = { key, text: texts.join(' ') };
  }
  return told.current.text;
}

let standing: readonly Situation[] = [];

function current(state: MigrationState): readonly Situation[] {
  const { opened, catalogue } = state;
  if (opened === null) return [];
  const sides = shownSides(state);
  // Until another lab's first moment is there, the picture is still the old one, and so is what is said of it.
  if (sides === null) return standing;
  const situations = sides.map((shown) => {
    const { predictor } = shown.side.spec.strategy;
    const name = catalogue?.predictors.find(({ kind }) => kind === predictor)?.name ?? predictor;
    return situationOf({ ...shown, predictor: name });
  });
  standing = situations;
  return situations;
}

function same(a: readonly Situation[], b: readonly Situation[]): boolean {
  return (
    a.length === b.length && a.every((one, i) => one.code === b[i]?.code && sameSlots(one.slots, b[i].slots))
  );
}

function sameSlots(a: Situation['slots'], b: Situation['slots']): boolean {
  return Object.keys(a).every((name) => a[name] === b[name]);
}
