import { useEffect, useRef, useState } from 'react';
import { cellsThatFit, firstShown } from '../../../layout/trees/operation-strip.ts';
import { format } from '../../../protocol/texts.ts';
import type { TreeMoment } from '../../../protocol/trees/moment.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { usePaced } from '../use-paced.ts';
import styles from './OperationStrip.module.css';
import { longestKey, type StripCell, stripCells } from './strip-cells.ts';
import { COMMAND_LETTERS, WORDS } from './words.ts';

const GAP_PX = 4;
/** Room for a digit at 13 px, and for padding and the letter of a typed command. */
const DIGIT_PX = 8.5;
const AROUND_PX = 18;
const NARROWEST_PX = 36;
/** Before the page has been measured. */
const USUAL_PX = 600;

/**
 * The operations around the present one, each in a place of its own: while it plays the mark stands still and the keys
 * pass under it. With `closed` (a question is open) what is to come is not told.
 */
export function OperationStrip({ closed }: { closed: boolean }) {
  const moment = usePaced((state) => state.moment);
  const row = useRef<HTMLDivElement>(null);
  const widthPx = useWidth(row);
  const digits = useLongest(moment);
  if (moment === null || moment.operations === 0) return <div ref={row} className={styles.row} />;
  const cellPx = Math.max(NARROWEST_PX, Math.ceil(digits * DIGIT_PX + AROUND_PX));
  const cells = cellsThatFit(widthPx, cellPx, GAP_PX);
  const shown = stripCells(moment, firstShown(moment.operation, moment.operations, cells), cells);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form's part
    <div
      ref={row}
      role="group"
      className={styles.row}
      aria-label={WORDS.strip}
      style={{ gridTemplateColumns: `repeat(${cells}, ${cellPx}px)`, columnGap: GAP_PX }}
    >
      {shown.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place; only what stands in it changes
        <Cell key={place} cell={cell} closed={closed} />
      ))}
    </div>
  );
}

/** The slider below does the same by keyboard, so the cells are no tab stops. */
function Cell({ cell, closed }: { cell: StripCell | null; closed: boolean }) {
  const goTo = useTrees((state) => state.actions.goTo);
  if (cell === null) return <span />;
  if (closed && cell.when === 'future') return <span className={styles.blank} />;
  const { operation, command, key, typed, when } = cell;
  const name = format(typed ? WORDS.cellTyped : WORDS.cell, { number: operation + 1, command, key });
  return (
    <span className={styles.place}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.cell}
        data-when={when}
        data-typed={typed}
        aria-label={name}
        aria-current={when === 'present' ? 'step' : undefined}
        title={name}
        onClick={() => goTo({ operation, step: 0 })}
      >
        <span className={styles.letter}>{COMMAND_LETTERS[command]}</span>
        <span className={styles.key}>{key}</span>
      </button>
      {typed && (
        <span className={styles.typed} aria-hidden="true">
          {WORDS.typed}
        </span>
      )}
    </span>
  );
}

/** It only grows while a lab is open, or the cells would change their width while it plays. */
function useLongest(moment: TreeMoment | null): number {
  const seen = useRef({ labKey: '', digits: 1 });
  if (moment !== null) {
    const { labKey, digits } = seen.current;
    seen.current = {
      labKey: moment.labKey,
      digits: Math.max(labKey === moment.labKey ? digits : 1, longestKey(moment)),
    };
  }
  return seen.current.digits;
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [widthPx, setWidthPx] = useState(USUAL_PX);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => {
      if (current.clientWidth > 0) setWidthPx(current.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}
