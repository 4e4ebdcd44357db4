import { Button } from '@mantine/core';
import { formatSeconds } from '../../../base/format.ts';
import { useApp } from '../../../store/store.ts';
import type { BranchRecord } from '../../../store/types.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { fill } from '../words.ts';
import styles from './panels.module.css';

const WORDS = {
  title: 'Branches',
  about: 'Each change of the past or of a parameter is a run of its own. Nothing is lost: go to any of them.',
  reached: 'played to {at}',
  forked: 'left its parent at {at}',
  changed: 'a changed parameter',
  here: 'on screen',
  open: 'Open',
  compare: 'Draw behind',
  hide: 'Draw no more',
} as const;

export function Branches({ close }: { close: () => void }) {
  const branches = useApp((state) => state.branches);
  const activeKey = useApp((state) => state.activeKey);
  const ghostKey = useApp((state) => state.ghostKey);
  const actions = useApp((state) => state.actions);
  return (
    <Dialog title={WORDS.title} close={close} size={640}>
      <p className={styles.about}>{WORDS.about}</p>
      <ul className={styles.branches}>
        {branches.map((branch) => (
          <li key={branch.key} aria-current={branch.key === activeKey ? 'true' : undefined}>
            <span className={styles.branch}>
              <strong>{branch.label}</strong>
              <span className={styles.note}>{noteOf(branch)}</span>
            </span>
            {branch.key === activeKey ? (
              <span className={styles.note}>{WORDS.here}</span>
            ) : (
              <>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => actions.setGhost(ghostKey === branch.key ? null : branch.key)}
                >
                  {ghostKey === branch.key ? WORDS.hide : WORDS.compare}
                </Button>
                <Button
                  size="compact-sm"
                  onClick={() => {
                    actions.openBranch(branch.key);
                    close();
                  }}
                >
                  {WORDS.open}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function noteOf(branch: BranchRecord): string {
  const reached = fill(WORDS.reached, { at: formatSeconds(branch.reachedUs) });
  if (branch.origin === 'parameter') return `${WORDS.changed} · ${reached}`;
  if (branch.origin === 'command')
    return `${fill(WORDS.forked, { at: formatSeconds(branch.forkUs) })} · ${reached}`;
  return reached;
}
