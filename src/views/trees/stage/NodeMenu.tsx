import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { format } from '../../../protocol/texts.ts';
import { treesStore } from '../../../store/trees/store.ts';
import styles from './NodeMenu.module.css';
import { STAGE_WORDS } from './words.ts';

interface Props {
  nodeKey: number;
  /** px in the panel, with the panel's size */
  at: { x: number; y: number; radius: number };
  panel: { width: number; height: number };
  onClose: () => void;
}

const OPERATIONS = ['access', 'find', 'delete'] as const;
const SIZE = { width: 150, height: 112 };
const GAP = 8;

/** What can be done with one key. */
export function NodeMenu({ nodeKey, at, panel, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => menu.current?.querySelector('button')?.focus(), []);

  const run = async (operation: (typeof OPERATIONS)[number]) => {
    const answer = await treesStore.getState().actions.runOperation(operation, nodeKey);
    setProblem(answer);
    if (answer === null) onClose();
  };
  const keys = (event: KeyboardEvent) => {
    const items: Element[] = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = document.activeElement === null ? -1 : items.indexOf(document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) (items[(at + step + items.length) % items.length] as HTMLElement | undefined)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (event.key !== 'Enter' && event.key !== ' ') return;
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== ' ') event.preventDefault();
  };
  const left = Math.max(4, Math.min(panel.width - SIZE.width - 4, at.x - SIZE.width / 2));
  const below = at.y + at.radius + GAP;
  const top = below + SIZE.height > panel.height ? Math.max(4, at.y - at.radius - GAP - SIZE.height) : below;
  return (
    <div
      ref={menu}
      className={styles.menu}
      style={{ left, top, minWidth: SIZE.width }}
      role="menu"
      tabIndex={-1}
      aria-label={format(STAGE_WORDS.menu, { key: nodeKey })}
      onKeyDown={keys}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      {OPERATIONS.map((operation) => (
        <button
          key={operation}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles.item}
          onClick={() => void run(operation)}
        >
          {format(STAGE_WORDS[operation], { key: nodeKey })}
        </button>
      ))}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
