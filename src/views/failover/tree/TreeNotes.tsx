import type { TreeInset } from '../../../protocol/frame.ts';
import { SCALAR } from '../../../protocol/frame.ts';
import { format } from '../../../protocol/texts.ts';
import { currentRun } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import { Definition } from '../../shared/Definition.tsx';
import { holdsBack } from '../../shared/holds-back.ts';
import styles from './TreeNotes.module.css';
import { TREE_WORDS } from './words.ts';

interface Props {
  tree: TreeInset;
  /** whether a prediction was made, so that filled means something */
  predicted: boolean;
}

/** What filled means, what laziness saves, and how real the accesses are. */
export function TreeNotes({ tree, predicted }: Props) {
  const prediction = useApp((state) => currentRun(state)?.scenario.prediction);
  const holds = useApp((state) => {
    const run = currentRun(state);
    return run != null && holdsBack(run.scenario);
  });
  const workload = useApp((state) => {
    const vm = state.frame?.scalars[SCALAR.focusVm] ?? 0;
    return currentRun(state)?.scenario.guests[vm]?.workload;
  });
  const { windowAccesses: accesses, windowRotations: rotations, splayRotations: splay } = tree;
  const filled =
    prediction?.hold === 'until-stop'
      ? TREE_WORDS.filledUntilStop
      : prediction?.score === 'self-count'
        ? TREE_WORDS.filledByCount
        : TREE_WORDS.filled;
  return (
    <div className={styles.notes}>
      <p className={predicted ? styles.filled : styles.plain}>
        {predicted ? filled : holds ? TREE_WORDS.notYet : TREE_WORDS.noneHeld}
      </p>
      <p className={styles.plain}>
        {accesses > 0 && <span>{format(TREE_WORDS.window, { accesses, rotations, splay })} </span>}
        {workload !== undefined &&
          (workload.kind === 'traces' ? (
            <Definition
              term={TREE_WORDS.realPattern}
              meaning={format(TREE_WORDS.realPatternMeaning, {
                processes: tree.processes,
                rate: workload.referencesPerSecond,
              })}
            />
          ) : (
            <Definition
              term={TREE_WORDS.synthetic}
              meaning={format(TREE_WORDS.syntheticMeaning, {
                kind: workload.kind,
                rate: workload.referencesPerSecond,
              })}
            />
          ))}
      </p>
    </div>
  );
}
