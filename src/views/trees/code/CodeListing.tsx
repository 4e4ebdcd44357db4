/** The numbered listing. Lines open and close level by level; the line at work stays in view without moving the page. */
import { type CSSProperties, useEffect, useLayoutEffect, useRef } from 'react';
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
  /** steps follow so quickly that a smooth movement would never arrive */
  readonly quick: boolean;
}

export function CodeListing({ code, label, detail, line, beside, quick }: Properties) {
  const list = useRef<HTMLOListElement>(null);
  const active = shownLine(code, line, detail);
  const keepInView = () => {
    if (list.current !== null) list.current.scrollTop = scrollGoal(list.current, active);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another detail moves the lines
  useLayoutEffect(keepInView, [code, active, detail]);
  // A longer reason below takes room from the listing.
  const latest = useRef(keepInView);
  latest.current = keepInView;
  useEffect(() => {
    if (list.current === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => latest.current());
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  return (
    <ol
      ref={list}
      className={styles.listing}
      aria-label={label}
      data-quick={quick}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onTransitionEnd={keepInView}
    >
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

/**
 * Where the list shall stand: as it does where the line at work is in view, else moved only as far as is needed. It is
 * set in any case, which ends a smooth movement to a line that is left already. The lines' offsets count from the list.
 */
function scrollGoal(list: HTMLOListElement, active: number): number {
  const { scrollTop, clientHeight } = list;
  const shown = [...list.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.dataset.shown === 'true',
  );
  const here = list.children[active];
  if (!(here instanceof HTMLElement)) return 0;
  const at = shown.indexOf(here);
  const first = shown[Math.max(0, at - AROUND)];
  const last = shown[Math.min(shown.length - 1, at + AROUND)];
  if (first === undefined || last === undefined) return scrollTop;
  const top = first.offsetTop;
  const bottom = last.offsetTop + last.offsetHeight;
  // Long lines before it must not push the line at work out at the foot.
  if (top < scrollTop) return Math.max(top, here.offsetTop + here.offsetHeight - clientHeight);
  if (bottom <= scrollTop + clientHeight) return scrollTop;
  // Never past the line at work, and with a whole line on top.
  const whole = shown.find((child) => child.offsetTop >= bottom - clientHeight);
  return Math.min(here.offsetTop, whole?.offsetTop ?? top);
}
