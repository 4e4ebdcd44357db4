import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { readTree, type TreeBox } from '../../layout/tree-layout.ts';
import { SCALAR, type TreeInset } from '../../protocol/frame.ts';
import { format, predictorName } from '../../protocol/texts.ts';
import { paceAt } from '../../store/pace.ts';
import { activeBranch, currentRun } from '../../store/select.ts';
import { useApp } from '../../store/store.ts';
import type { AppState } from '../../store/types.ts';
import { useSlow } from '../shared/use-slow.ts';
import styles from './PageTree.module.css';
import { ProcessPicker } from './tree/ProcessPicker.tsx';
import { Readout } from './tree/Readout.tsx';
import { RotationNote } from './tree/RotationNote.tsx';
import { newestRotation, type Rotation } from './tree/rotation.ts';
import { TreeNotes } from './tree/TreeNotes.tsx';
import { TreePicture } from './tree/TreePicture.tsx';
import type { Moment } from './tree/use-stages.ts';
import { TREE_WORDS } from './tree/words.ts';

/** Fast enough to see each rotation, slow enough to read the counts. */
const PICTURE_MS = 150;
/** A sentence must stand long enough to be read. */
const SENTENCE_MS = 1500;
const SIZE_WITHOUT_LAYOUT = { width: 360, height: 190 };

/** What one frame says of the tree: taken together, so that picture, moment and rotation belong to each other. */
interface Sample {
  tree: TreeInset;
  vm: number;
  moment: Moment;
  rotation: Rotation | null;
}

/** "Which pages are hot?": the top of one process's lazy counting tree, and why it last turned. */
export function PageTree() {
  const sample = useSlow(sampleOf, sameSample, PICTURE_MS);
  return (
    <section className={styles.card} aria-label="Page tree">
      <h2 className={styles.title}>{TREE_WORDS.title}</h2>
      {sample === null ? <NoTree /> : <Tree {...sample} />}
    </section>
  );
}

function Tree({ tree, vm, moment, rotation }: Sample) {
  const actions = useApp((state) => state.actions);
  const pickedPage = useApp((state) => state.selection.page);
  const pickedHistory = useApp((state) => state.selection.pageHistory);
  const playing = useApp((state) => state.playback.playing);
  const present = useApp((state) => state.present);
  const told = useSlow(newestRotation, sameRotation, playing ? SENTENCE_MS : PICTURE_MS);
  const [pointed, setPointed] = useState<number | null>(null);
  const { ref, width, height } = useElementSize();

  const nodes = useMemo(() => readTree(tree.rows), [tree]);
  const box = useMemo(() => boxOf(width, height, present), [width, height, present]);
  const picked = pickedPage?.vm === vm ? pickedPage.page : -1;
  const shown = nodes.find((node) => node.key === pointed) ?? nodes.find((node) => node.page === picked);
  const { process, program, size, processes } = tree;

  return (
    <>
      <p className={styles.subtitle}>
        {TREE_WORDS.subtitle}{' '}
        <ProcessPicker process={process} processes={processes} onPick={actions.pickProcess} />{' '}
        {format(TREE_WORDS.about, { program, size, shown: nodes.length })}
      </p>
      <div className={styles.picture} ref={ref}>
        <TreePicture
          nodes={nodes}
          box={box}
          label={format(TREE_WORDS.picture, { process, shown: nodes.length, size })}
          moment={moment}
          rotation={rotation}
          marked={told}
          picked={picked}
          large={present}
          onPick={(page) => actions.pickPage(vm, page)}
          onPoint={setPointed}
        />
      </div>
      <Readout
        node={shown ?? null}
        picked={pickedPage && pickedHistory?.page === pickedPage.page ? pickedHistory : null}
        process={process}
        onProcess={actions.pickProcess}
      />
      {/* A picked page has its panel below: the picture stays, the notes make room. */}
      {pickedPage === null && (
        <>
          <TreeNotes tree={tree} predicted={nodes.some((node) => node.predicted)} />
          <RotationNote rotation={told} onWhy={(index) => actions.askWhy({ kind: 'rotation', index })} />
        </>
      )}
    </>
  );
}

function NoTree() {
  const predictor = useApp((state) => currentRun(state)?.scenario.prediction.predictor ?? null);
  const waiting = useApp((state) => state.frame === null) || predictor === 'lazy-counting';
  return (
    <p className={styles.none}>
      {waiting || predictor === null
        ? TREE_WORDS.loading
        : predictor === 'none'
          ? TREE_WORDS.noPredictor
          : format(TREE_WORDS.noTree, { predictor: predictorName(predictor) })}
    </p>
  );
}

function sampleOf(state: AppState): Sample | null {
  const { frame } = state;
  if (frame === null || frame.tree === null) return null;
  const vm = frame.scalars[SCALAR.focusVm] ?? -1;
  return {
    tree: frame.tree,
    vm,
    moment: {
      tree: [frame.runKey, vm, frame.tree.process].join(' '),
      us: frame.scalars[SCALAR.timeUs] ?? 0,
      playing: state.playback.playing,
      slow: paceOf(state) <= TWEENED_PACE,
    },
    rotation: newestRotation(state),
  };
}

/** Simulated seconds a wall second; above this the picture changes faster than the eye follows a moving node. */
const TWEENED_PACE = 0.5;

function paceOf(state: AppState): number {
  const { speed } = state.playback;
  const branch = activeBranch(state);
  if (speed !== 'auto' || branch === null) return speed === 'auto' ? 1 : speed;
  return paceAt(branch.history, branch.run, state.frame?.scalars[SCALAR.timeUs] ?? 0);
}

function sameSample(a: Sample | null, b: Sample | null): boolean {
  return a?.tree === b?.tree && sameRotation(a?.rotation ?? null, b?.rotation ?? null);
}

function sameRotation(a: Rotation | null, b: Rotation | null): boolean {
  return a?.index === b?.index && a?.atUs === b?.atUs && a?.drawn === b?.drawn;
}

function boxOf(width: number, height: number, present: boolean): TreeBox {
  const size = width > 0 && height > 0 ? { width, height } : SIZE_WITHOUT_LAYOUT;
  return { ...size, top: 18, bottom: present ? 30 : 22, side: 4 };
}
