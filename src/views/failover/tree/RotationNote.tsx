import { format } from '../../../protocol/texts.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import styles from './RotationNote.module.css';
import type { Rotation } from './rotation.ts';
import { TREE_WORDS } from './words.ts';

interface Props {
  rotation: Rotation | null;
  onWhy: (index: number) => void;
}

/** A rotation in words, with both sides of its inequality as bars. */
export function RotationNote({ rotation, onWhy }: Props) {
  if (rotation === null) return <p className={styles.note}>{TREE_WORDS.noRotation}</p>;
  const { atUs, parent, child, risen, inner, outer, sibling } = rotation;
  const slots = { at: atUs, parent, child, risen, inner, outer, sibling };
  const text = format(rotation.zigZag ? TREE_WORDS.zigZag : TREE_WORDS.zig, slots);
  const rising = rotation.zigZag ? { name: 'inner', count: inner } : { name: 'outer', count: outer };
  return (
    <div className={styles.note}>
      <p className={styles.text}>{rotation.drawn ? text : format(TREE_WORDS.below, { text })}</p>
      <div className={styles.weighed}>
        <div className={styles.bars} aria-hidden="true">
          <Bar {...rising} most={Math.max(rising.count, sibling)} strong />
          <Bar name="sibling" count={sibling} most={Math.max(rising.count, sibling)} />
        </div>
        <SmallButton onClick={() => onWhy(rotation.index)}>{TREE_WORDS.why}</SmallButton>
      </div>
    </div>
  );
}

function Bar({ name, count, most, strong }: { name: string; count: number; most: number; strong?: boolean }) {
  return (
    <>
      <span>{name}</span>
      <span className={styles.track}>
        <span
          className={strong ? styles.strong : styles.weak}
          style={{ width: `${(100 * count) / Math.max(most, 1)}%` }}
        />
      </span>
      <span className={styles.count}>{format('{count:count}', { count })}</span>
    </>
  );
}
