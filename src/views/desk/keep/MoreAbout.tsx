import { Button } from '@mantine/core';
import { keptStore } from '../../../store/kept/store.ts';
import type { KeptItem } from '../../../store/kept/types.ts';
import { useApp } from '../../../store/store.ts';
import { CopyField } from '../../shared/CopyField.tsx';
import styles from './keep.module.css';
import { figureText, KEEP } from './words.ts';

/** What can be done with one kept thing beyond opening it, and everything that is known of it. */
export function MoreAbout({
  item,
  rename,
  close,
}: {
  item: KeptItem;
  rename: () => void;
  close: () => void;
}) {
  const { id, subject, workspace, figures, link } = item;
  const ghostable = useApp((state) => state.workspace === 'failover' && state.activeKey !== '');
  const { actions } = keptStore.getState();
  return (
    <div className={styles.more}>
      <div className={styles.deeds}>
        <Button size="compact-sm" variant="default" onClick={rename}>
          {KEEP.rename}
        </Button>
        {subject !== null && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              close();
              actions.sweepAround(id).catch(() => {});
            }}
          >
            {KEEP.around}
          </Button>
        )}
        {workspace === 'failover' && ghostable && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              actions.drawBehind(id).then(
                (drawn) => drawn && close(),
                () => {},
              );
            }}
          >
            {KEEP.behind}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            actions.remove([id]).catch(() => {});
          }}
        >
          {KEEP.remove}
        </Button>
      </div>
      {figures.length > 0 && (
        <table className={styles.table}>
          <caption>{KEEP.figures}</caption>
          <tbody>
            {figures.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{figureText(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <CopyField label={KEEP.link} copy={KEEP.copy} text={new URL(link, location.href).href} rows={2} />
    </div>
  );
}
