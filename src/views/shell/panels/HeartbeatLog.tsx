import { Drawer } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { heartbeatLog, type LogLine } from '../../../protocol/heartbeat-log.ts';
import { activeBranch, currentHistory, currentRun } from '../../../store/select.ts';
import { useApp } from '../../../store/store.ts';
import dialog from '../../shared/Dialog.module.css';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { useSlow } from '../../shared/use-slow.ts';
import { fill, UI } from '../words.ts';
import styles from './HeartbeatLog.module.css';
import panels from './panels.module.css';

const WORDS = {
  title: 'Heartbeat’s log',
  about:
    'What each node writes, in Heartbeat’s format and our words; the clock of the log starts at 14:00:00. A node writes only what it knows: a crash, a pulled cable and a split brain leave no line of their own.',
  node: 'Whose log',
  all: 'all nodes',
  one: 'node {node}',
  list: 'Log lines',
  older: 'the first {count} lines are left out here; a copy has them',
  copy: 'Copy all',
  copied: 'Copied',
  copyFailed: 'Copying was refused by the browser.',
} as const;

/** More would be slow to lay out, and nobody scrolls so far. */
const SHOWN = 500;
const NO_LINES: readonly LogLine[] = [];

/** The nodes' logs up to the farthest moment reached; the line of the moment on screen is marked and kept in sight. */
export function HeartbeatLog({ close }: { close: () => void }) {
  const [node, setNode] = useState(0);
  const [said, say] = useState('');
  const run = useApp(currentRun);
  const history = useSlow((state) => activeBranch(state)?.farHistory ?? currentHistory(state));
  const lines = useMemo(() => {
    if (history === null || run === null) return NO_LINES;
    const all = heartbeatLog(history, run.scenario, Number.POSITIVE_INFINITY);
    return node === 0 ? all : all.filter((line) => line.node === node);
  }, [history, run, node]);
  const now = useSlow((state) => lastAt(lines, state.atUs));
  const left = Math.max(0, Math.min(lines.length - SHOWN, now - SHOWN / 2));
  const shown = lines.slice(left, left + SHOWN);

  const copy = () => {
    const done =
      navigator.clipboard?.writeText(lines.map(({ text }) => text).join('\n')) ??
      Promise.reject(new Error('no clipboard'));
    done.then(
      () => say(WORDS.copied),
      () => say(WORDS.copyFailed),
    );
  };

  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={560}
      title={WORDS.title}
      closeButtonProps={{ 'aria-label': UI.close }}
      // Its header is none of the page's banner.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ title: dialog.title ?? '', body: `${dialog.body ?? ''} ${styles.body}` }}
      overlayProps={{ backgroundOpacity: 0.08 }}
      transitionProps={{ duration: 0 }}
    >
      <p className={panels.about}>{WORDS.about}</p>
      <div className={styles.bar}>
        <select
          className={styles.select}
          aria-label={WORDS.node}
          value={node}
          onChange={(event) => setNode(Number(event.target.value))}
        >
          <option value={0}>{WORDS.all}</option>
          {Array.from({ length: run?.scenario.cluster.nodes ?? 0 }, (_, id) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the node
            <option key={id} value={id + 1}>
              {fill(WORDS.one, { node: id + 1 })}
            </option>
          ))}
        </select>
        <SmallButton onClick={copy}>{WORDS.copy}</SmallButton>
        <span role="status">{said}</span>
      </div>
      {left > 0 && <p className={styles.older}>{fill(WORDS.older, { count: left })}</p>}
      <Lines key={node} lines={shown} first={left} now={now} named={node === 0} />
    </Drawer>
  );
}

interface LinesProps {
  lines: readonly LogLine[];
  /** index of the first of them in the whole log, and of the line of the moment */
  first: number;
  now: number;
  /** each line says whose log it is in */
  named: boolean;
}

function Lines({ lines, first, now, named }: LinesProps) {
  const seek = useApp((state) => state.actions.seek);
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment brings another line into sight
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
  }, [now]);
  return (
    <ol ref={list} className={styles.list} aria-label={WORDS.list}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
        <li key={first + i}>
          <button
            type="button"
            className={styles.line}
            data-level={line.level}
            data-ahead={first + i > now}
            aria-current={first + i === now ? 'true' : undefined}
            onClick={() => seek(line.atUs)}
          >
            {named && <span className={styles.host}>{hostName(line.node)}</span>}
            <span>{line.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** As a host is named in the log itself. */
function hostName(node: number): string {
  return node === 0 ? '–' : `node${node}`;
}

/** Index of the last line written by a moment; −1 before the first. */
function lastAt(lines: readonly LogLine[], atUs: number): number {
  return lines.findLastIndex((line) => line.atUs <= atUs);
}
