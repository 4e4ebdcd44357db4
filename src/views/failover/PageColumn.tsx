import { useApp } from '../../store/store.ts';
import styles from './PageColumn.module.css';
import { PagePanel } from './PagePanel.tsx';
import { PageTree } from './PageTree.tsx';

/** The right column: the page tree, and under it the picked page, which never covers what it was picked from. */
export function PageColumn() {
  const picked = useApp((state) => state.selection.page !== null);
  return (
    <div className={styles.column} data-picked={picked}>
      <PageTree />
      <PagePanel />
    </div>
  );
}
