import type { TreeNode } from '../../../layout/tree-layout.ts';
import type { PageHistory } from '../../../protocol/requests.ts';
import { format } from '../../../protocol/texts.ts';
import { PAGE_STATE_WORDS } from '../../shared/page-words.ts';
import styles from './Readout.module.css';
import { TREE_WORDS } from './words.ts';

interface Props {
  /** pointed at, focused or picked */
  node: TreeNode | null;
  picked: PageHistory | null;
  process: number;
  onProcess: (process: number) => void;
}

/** The counts of one node: left, self, right, in the order of the keys. */
export function Readout({ node, picked, process, onProcess }: Props) {
  if (node !== null) {
    return (
      <p className={styles.counted}>
        <strong>{format(TREE_WORDS.readoutPage, { key: node.key })}</strong>
        <span className={styles.counts}>
          <span className={styles.side}>{format(TREE_WORDS.leftCount, { left: node.left })}</span>
          <span className={styles.self}>{format(TREE_WORDS.selfCount, { self: node.self })}</span>
          <span className={styles.side}>{format(TREE_WORDS.rightCount, { right: node.right })}</span>
        </span>
        <span className={styles.state}>{PAGE_STATE_WORDS[node.state]}</span>
      </p>
    );
  }
  if (picked === null) return <p className={styles.readout}>{TREE_WORDS.hint}</p>;
  if (picked.process < 0) return <p className={styles.readout}>{TREE_WORDS.nobody}</p>;
  if (picked.process === process) {
    return (
      <p className={styles.readout}>{format(TREE_WORDS.deep, { key: picked.key, depth: picked.depth })}</p>
    );
  }
  const text = format(TREE_WORDS.elsewhere, { process: picked.process });
  return (
    <p className={styles.readout}>
      {text}
      <button type="button" className={styles.link} onClick={() => onProcess(picked.process)}>
        {TREE_WORDS.showTree}
      </button>
    </p>
  );
}
