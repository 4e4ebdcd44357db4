import { useEffect, useRef } from 'react';
import { format } from '../../../protocol/texts.ts';
import { keptStore, useKept } from '../../../store/kept/store.ts';
import { NoticeBar } from '../../shared/NoticeBar.tsx';
import { KeepForm } from './KeepForm.tsx';
import { KeptList } from './KeptList.tsx';
import styles from './keep.module.css';
import { bytesText, KEEP } from './words.ts';

/** Keeping what is on screen, and what was kept before. */
export default function KeepPart({ close }: { close: () => void }) {
  const status = useKept((state) => state.status);
  const denial = useKept((state) => state.denial);
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    keptStore
      .getState()
      .actions.read()
      .catch(() => {});
  }, []);
  return (
    <div className={styles.part}>
      {denial === null ? (
        <p className={styles.about}>{KEEP.about}</p>
      ) : (
        <p className={styles.denial} role="status">
          {denial}
        </p>
      )}
      <KeepForm />
      <section ref={list} tabIndex={-1} aria-label={KEEP.heading} className={styles.kept}>
        {status === 'unread' ? <p className={styles.note}>{KEEP.reading}</p> : <KeptList close={close} />}
      </section>
      <Usage />
      <Notices afterUndo={() => list.current?.focus()} />
    </div>
  );
}

/** What just happened; of a deletion, with the way back. */
function Notices({ afterUndo }: { afterUndo: () => void }) {
  const notice = useKept((state) => state.notice);
  const deleted = useKept((state) => state.deleted);
  const place = useRef<HTMLDivElement>(null);
  const known = useRef(deleted);
  // The button that deleted is gone with what it deleted.
  useEffect(() => {
    if (deleted !== known.current && deleted.length > 0) place.current?.querySelector('button')?.focus();
    known.current = deleted;
  }, [deleted]);
  // What was said is old when the desk opens the next time; what can be undone can be undone then, too.
  useEffect(
    () => () => {
      const { deleted: undoable, actions } = keptStore.getState();
      if (undoable.length === 0) actions.dismissNotice();
    },
    [],
  );
  const { undoRemove, dismissNotice } = keptStore.getState().actions;
  const undo = () => {
    afterUndo();
    undoRemove().catch(() => {});
  };
  const offered =
    notice && (deleted.length > 0 ? { ...notice, action: { label: KEEP.undo, run: undo } } : notice);
  return (
    <div ref={place} className={styles.notices}>
      <NoticeBar
        notice={offered}
        dismiss={() => {
          afterUndo();
          dismissNotice();
        }}
      />
    </div>
  );
}

function Usage() {
  const usage = useKept((state) => state.usage);
  if (usage === null) return null;
  return (
    <p className={`${styles.note} ${styles.usage}`}>
      {format(KEEP.usage, { used: bytesText(usage.usedBytes), quota: bytesText(usage.quotaBytes) })}
    </p>
  );
}
