import { format } from '../../../protocol/texts.ts';
import { treeEntry } from '../../../store/trees/select.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { Heading, type HeadingRef } from './Heading.tsx';
import styles from './PredictPanel.module.css';
import type { Form } from './shown.ts';
import { WORDS } from './words.ts';

/** A tree is on screen that never rotates. Shapes can be built with it, by what is inserted and deleted. */
export function NothingToAsk({ heading, open }: { heading: HeadingRef; open: (form: Form) => void }) {
  const name = useTrees((state) => treeEntry(state)?.name ?? '');
  const mode = useTrees((state) => state.predict.mode);
  const changeLab = useTrees((state) => state.actions.changeLab);
  return (
    <>
      <Heading heading={heading} title={WORDS.title} leave={mode === 'off' ? null : WORDS.leave} />
      <p className={styles.text}>{format(WORDS.neverRotates, { tree: name })}</p>
      <div className={styles.row}>
        <SmallButton onClick={() => void changeLab({ tree: { kind: 'splay', parameters: {} } })}>
          {WORDS.takeSplay}
        </SmallButton>
        <SmallButton onClick={() => open('build')}>{WORDS.build}</SmallButton>
      </div>
    </>
  );
}
