import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { format } from '../../../protocol/texts.ts';
import { keptStore, useKept } from '../../../store/kept/store.ts';
import type { KeptItem } from '../../../store/kept/types.ts';
import { Damaged } from './Damaged.tsx';
import { KeptRow } from './KeptRow.tsx';
import styles from './keep.module.css';
import { figureText, KEEP, WORKSPACE_WORDS } from './words.ts';

/** More than these can be searched. */
const LONG = 7;
/** So many at once. */
const PAGE = 50;

export function KeptList({ close }: { close: () => void }) {
  const items = useKept((state) => state.items);
  const [text, setText] = useState('');
  const [shown, setShown] = useState(PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const found = items.filter((item) => contains(item, text));
  // What was deleted, here or in another tab, is chosen no more.
  const picked = items.filter(({ id }) => chosen.has(id));
  const choose = (id: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.heading}>{KEEP.heading}</h3>
        {items.length > LONG && (
          <TextInput
            className={styles.search ?? ''}
            size="xs"
            type="search"
            aria-label={KEEP.search}
            placeholder={KEEP.search}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
      {items.length === 0 ? (
        <p className={styles.note}>{KEEP.empty}</p>
      ) : (
        <Chosen picked={picked} close={close} />
      )}
      {items.length > 0 && found.length === 0 && (
        <p className={styles.note}>{format(KEEP.none, { text: text.trim() })}</p>
      )}
      <ul className={styles.items}>
        {found.slice(0, shown).map((item) => (
          <KeptRow
            key={item.id}
            item={item}
            chosen={chosen.has(item.id)}
            choose={(on) => choose(item.id, on)}
            close={close}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button size="compact-sm" variant="default" onClick={() => setShown(shown + PAGE)}>
          {format(KEEP.showMore, { count: Math.min(PAGE, found.length - shown) })}
        </Button>
      )}
      <Damaged />
    </>
  );
}

/** What can be done with those chosen. Always there, so that nothing moves when one is. */
function Chosen({ picked, close }: { picked: readonly KeptItem[]; close: () => void }) {
  const { compare, remove } = keptStore.getState().actions;
  const [a, b] = picked;
  const comparable =
    picked.length === 2 && a?.subject && b?.subject && a.subject.kind === b.subject.kind
      ? ([a, b] as const)
      : null;
  return (
    <div className={styles.chosen}>
      <span className={styles.note} role="status">
        {picked.length === 0 ? KEEP.hint : format(KEEP.chosen, { count: picked.length })}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={comparable === null}
        onClick={() => {
          if (comparable === null) return;
          close();
          compare(comparable[0].id, comparable[1].id).catch(() => {});
        }}
      >
        {KEEP.compare}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={picked.length === 0}
        onClick={() => {
          remove(picked.map(({ id }) => id)).catch(() => {});
        }}
      >
        {KEEP.remove}
      </Button>
    </div>
  );
}

function contains({ name, workspace, figures }: KeptItem, text: string): boolean {
  const whole = [
    name,
    WORKSPACE_WORDS[workspace],
    ...figures.map(({ label, value }) => `${label} ${figureText(value)}`),
  ];
  return whole.join(' ').toLowerCase().includes(text.trim().toLowerCase());
}
