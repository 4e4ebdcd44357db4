import { format } from '../../../protocol/texts.ts';
import type { TreeEntry } from '../../../protocol/trees/requests.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { CopyLink } from './CopyLink.tsx';
import styles from './PredictPanel.module.css';
import { nextSeed } from './seed.ts';
import { WORDS } from './words.ts';

/** After a set: other questions, the same ones on a tree that decides otherwise, or each decision as it comes. */
export function TryNext() {
  const { seed, count, kinds } = useTrees((state) => state.predict);
  const trees = useTrees((state) => state.catalogue?.trees);
  const kind = useTrees((state) => state.spec?.tree.kind);
  const { startQuiz, changeLab, predictEvery } = useTrees((state) => state.actions);
  const other = otherTree(trees ?? [], kind);
  const onOther = async ({ kind: otherKind }: TreeEntry) => {
    if ((await changeLab({ tree: { kind: otherKind, parameters: {} } })) === null)
      startQuiz(seed, count, kinds);
  };
  return (
    <div className={styles.row}>
      <span className={styles.label}>{WORDS.tryNext}</span>
      <SmallButton onClick={() => startQuiz(nextSeed(seed), count, kinds)}>{WORDS.another}</SmallButton>
      {other && (
        <SmallButton onClick={() => void onOther(other)}>
          {format(WORDS.onOther, { tree: other.name })}
        </SmallButton>
      )}
      <SmallButton onClick={() => predictEvery(true)}>{WORDS.every}</SmallButton>
      <CopyLink>{WORDS.copyLink}</CopyLink>
    </div>
  );
}

/** The first tree whose decisions rest on something else than this one's. */
function otherTree(trees: readonly TreeEntry[], kind: string | undefined): TreeEntry | undefined {
  const decides = trees.find((entry) => entry.kind === kind)?.decides;
  return trees.find((entry) => entry.decides !== decides && entry.decides !== 'none');
}
