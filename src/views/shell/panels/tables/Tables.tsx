import { Button, Drawer } from '@mantine/core';
import { useEffect } from 'react';
import { appStore, useApp } from '../../../../store/store.ts';
import dialog from '../../../shared/Dialog.module.css';
import { formatSeconds } from '../../../shared/format.ts';
import { verdictText } from '../../../shared/paper/figures.ts';
import { MemoryTable } from '../../../shared/paper/MemoryTable.tsx';
import { Notes } from '../../../shared/paper/Notes.tsx';
import { RttTable } from '../../../shared/paper/RttTable.tsx';
import { plainText } from '../../../shared/template.ts';
import { Calls } from './Calls.tsx';
import styles from './Tables.module.css';
import { WORDS } from './words.ts';

/** The rows are asked for at human speed. */
const TICK_US = 100_000;

/** Paper A's experiments: played or made by hand, and their tables, filled as the run goes. */
export function Tables({ close }: { close: () => void }) {
  const values = useApp((state) => state.tables);
  const present = useApp((state) => state.present);
  const { readTables, playPaperRun } = appStore.getState().actions;
  const activeKey = useApp((state) => state.activeKey);
  const reached = useApp((state) => Math.floor(state.playback.reachedUs / TICK_US));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run, or more of it, has more to tell
  useEffect(() => readTables(), [readTables, activeKey, reached]);
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={present ? '94%' : 560}
      title={WORDS.title}
      closeButtonProps={{ 'aria-label': WORDS.close }}
      // Its header is none of the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: dialog.title ?? '', body: dialog.body ?? '' }}
      // The run goes on beside it.
      overlayProps={{ backgroundOpacity: 0.15 }}
      transitionProps={{ duration: 0 }}
    >
      <p className={styles.about}>{WORDS.about}</p>
      <p className={styles.verdict}>{verdictText(values ?? [])}</p>
      <Playing />
      <h3 className={styles.heading}>{WORDS.memory}</h3>
      <Calls />
      {values && (
        <div className={styles.scroll}>
          <MemoryTable table={1} values={values} />
          <MemoryTable table={2} values={values} />
        </div>
      )}
      <Notes of="memory" />
      <h3 className={styles.heading}>{WORDS.pings}</h3>
      <p className={styles.about}>{WORDS.pingsAbout}</p>
      <div className={styles.row}>
        <Button size="compact-sm" variant="default" onClick={() => playPaperRun('script')}>
          {WORDS.playScript}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => playPaperRun('stock')}>
          {WORDS.playStock}
        </Button>
      </div>
      {values && (
        <div className={styles.scroll}>
          <RttTable table={3} values={values} />
          <RttTable table={4} values={values} />
        </div>
      )}
      <Notes of="rtt" />
      <p className={styles.about}>
        {WORDS.kept} <a href="#/evidence?show=tables">{WORDS.evidence}</a>
      </p>
    </Drawer>
  );
}

function Playing() {
  const playing = useApp((state) => state.playback.playing);
  const at = useApp((state) => Math.floor(state.atUs / TICK_US) * TICK_US);
  const { togglePlay } = appStore.getState().actions;
  return (
    <p className={styles.row}>
      <Button size="compact-sm" variant="default" onClick={togglePlay}>
        {playing ? WORDS.pause : WORDS.goOn}
      </Button>
      <span className={styles.clock}>{plainText(WORDS.clock, { at: formatSeconds(at, 1) })}</span>
    </p>
  );
}
