import { useState } from 'react';
import { format } from '../../../protocol/texts.ts';
import { treeEntry } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { BuildForm } from './BuildForm.tsx';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import { WORDS } from './words.ts';

/** A tree is on screen that never rotates. Shapes can be built with it, by what is inserted and deleted. */
export function NothingToAsk({ heading }: { heading: HeadingRef }) {
  const name = useTrees((state) => treeEntry(state)?.name ?? '');
  const mode = useTrees((state) => state.predict.mode);
  const changeLab = useTrees((state) => state.actions.changeLab);
  const [building, setBuilding] = useState(false);
  if (building) return <BuildForm heading={heading} close={() => setBuilding(false)} />;
  return (
    <>
      <Heading heading={heading} title={WORDS.title} leave={mode === 'off' ? null : WORDS.leave} />
      <p className={styles.text}>{format(WORDS.neverRotates, { tree: inSentence(name) })}</p>
      <div className={styles.row}>
        <SmallButton onClick={() => void changeLab({ tree: { kind: 'splay', parameters: {} } })}>
          {WORDS.takeSplay}
        </SmallButton>
        <SmallButton onClick={() => setBuilding(true)}>{WORDS.build}</SmallButton>
      </div>
    </>
  );
}

/** "Splay tree" → "splay tree", but "CBTree" as it is. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}
