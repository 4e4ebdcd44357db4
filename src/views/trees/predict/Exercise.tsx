import { useEffect, useState } from 'react';
import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import type { TreesState } from '../../../store/trees/types.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { MiniTree } from '../mini-tree.ts';
import { CopyLink } from './CopyLink.tsx';
import { checkWords, differenceWords, movesWords } from './exercise-words.ts';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import { nextSeed } from './seed.ts';
import { WORDS } from './words.ts';

/** "Build this shape": the target beside what to do, the check after each operation, and a hint for those who ask. */
export function Exercise({ heading }: { heading: HeadingRef }) {
  const { exercise, check, seed, size, count, problem } = useTrees((state) => state.predict);
  const used = useTrees(movesUsed);
  const canUndo = useTrees((state) => (state.spec?.typed.length ?? 0) > 0);
  const { startExercise, undoTyped, pickKey } = useTrees((state) => state.actions);
  const [hinted, setHinted] = useState(false);
  const difference = check?.difference ?? null;
  const differs = hinted && difference !== null ? Number(difference.slots.key) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a hint is for the shape as it was
  useEffect(() => setHinted(false), [used, exercise]);
  if (exercise === null)
    return (
      <>
        <Heading heading={heading} title={WORDS.exerciseTitle} />
        {problem === null && <p className={styles.text}>{WORDS.building}</p>}
      </>
    );
  const hint = () => {
    setHinted(true);
    if (difference !== null) pickKey(Number(difference.slots.key));
  };
  const { moves } = exercise;
  return (
    <>
      <Heading heading={heading} title={WORDS.exerciseTitle} />
      <div className={styles.exercise}>
        <div className={styles.target}>
          <MiniTree nodes={exercise.nodes} highlight={differs} label={WORDS.target} />
          <p className={styles.hidden}>{format(WORDS.targetText, { text: exercise.target })}</p>
        </div>
        <div className={styles.task}>
          <p className={styles.text}>
            {moves === 1 ? WORDS.exerciseHowOne : format(WORDS.exerciseHow, { moves })}
          </p>
          <p className={styles.text} role="status" data-done={check?.done === true}>
            {format(WORDS.exerciseNow, {
              check: checkWords(check, used, moves),
              moves: movesWords(used),
            })}{' '}
            {hinted && (difference === null ? WORDS.hintWaits : differenceWords(difference))}
          </p>
        </div>
      </div>
      <div className={styles.row}>
        {check?.done !== true && <SmallButton onClick={hint}>{WORDS.hint}</SmallButton>}
        {canUndo && <SmallButton onClick={() => void undoTyped()}>{WORDS.undo}</SmallButton>}
        <SmallButton onClick={() => startExercise(nextSeed(seed), size, count)}>
          {WORDS.anotherShape}
        </SmallButton>
        <CopyLink>{WORDS.copyExercise}</CopyLink>
      </div>
    </>
  );
}

/** Operations done up to where the picture stands. */
function movesUsed({ moment }: TreesState): number {
  if (moment === null || moment.operations === 0) return 0;
  return moment.operation + (moment.step > 0 ? 1 : 0);
}
