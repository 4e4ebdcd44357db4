/** The numbered listing. Lines open and close level by level; the line at work stays in view without moving the page. */
import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import type { CodeLine } from '../../../protocol/trees/model.ts';
import styles from './CodeListing.module.css';
import { type Detail, sharesStep, shownLine } from './code-lines.ts';

/** Lines kept in view before and after the one at work. */
const AROUND = 2;

interface Properties {
  readonly code: readonly CodeLine[];
  readonly label: string;
  readonly detail: Detail;
  /** place of the line of the step on screen, −1 = none */
  readonly line: number;
  readonly beside: ReadonlyMap<number, string>;
}

export function CodeListing({ code, label, detail, line, beside }: Properties) {
  const list = useRef<HTMLOListElement>(null);
  const active = shownLine(code, line, detail);
  const keepInView = () => {
    if (list.current !== null && active >= 0) scrollTo(list.current, active);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another detail moves the lines
  useLayoutEffect(keepInView, [code, active, detail]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ol ref={list} className={styles.listing} aria-label={label} tabIndex={0} onTransitionEnd={keepInView}>
      {code.map((one, i) => {
        const shown = one.level <= detail;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a code never change their order
            key={i}
            className={styles.line}
            data-shown={shown}
            data-begins={one.indent === 0 && i > 0}
            data-at={i === active ? 'here' : shown && sharesStep(code, i, line) ? 'too' : undefined}
            aria-hidden={!shown}
            aria-current={i === active ? 'step' : undefined}
          >
            <div className={styles.row}>
              <span className={styles.number} aria-hidden="true">
                {i + 1}
              </span>
              <code className={styles.text} style={{ '--indent': one.indent } as CSSProperties}>
                {one.text}
              </code>
              {beside.has(i) && <span className={styles.beside}>{beside.get(i)}</span>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Moves the list alone, and only as far as is needed. The lines' offsets count from the list. */
function scrollTo(list: HTMLOListElement, active: number): void {
  const shown = [...list.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.dataset.shown === 'true',
  );
  const here = list.children[active];
  if (!(here instanceof HTMLElement)) return;
  const at = shown.indexOf(here);
  const first = shown[Math.max(0, at - AROUND)];
  const last = shown[Math.min(shown.length - 1, at + AROUND)];
  if (first === undefined || last === undefined) return;
  const top = first.offsetTop;
  const bottom = last.offsetTop + last.offsetHeight;
  const { scrollTop, clientHeight } = list;
  if (top < scrollTop) list.scrollTop = top;
  else if (bottom > scrollTop + clientHeight) {
    // Never past the line at work, and with a whole line on top.
    const whole = shown.find((child) => child.offsetTop >= bottom - clientHeight);
    list.scrollTop = Math.min(here.offsetTop, whole?.offsetTop ?? top);
  }
}
