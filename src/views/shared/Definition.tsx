import { type KeyboardEvent, type ToggleEvent, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import styles from './Definition.module.css';

const WIDTH = 260;
const MARGIN = 8;
/** Room that the longest meaning needs above its word. */
const ROOM = 150;

/**
 * A word or note that opens what it means, by mouse, keyboard or touch. The browser's own popover opens and closes it;
 * the meaning stands outside the sentence, so that it is no part of its text.
 */
interface Properties {
  term: string;
  meaning: string;
  /** where more is told */
  more?: { readonly label: string; readonly open: () => void } | undefined;
  /** somebody may open it soon */
  near?: () => void;
}

export function Definition({ term, meaning, more, near }: Properties) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);

  const place = ({ newState }: ToggleEvent) => {
    if (newState !== 'open' || !word.current || !card.current) return;
    const { left, width, top, bottom } = word.current.getBoundingClientRect();
    const { style } = card.current;
    const middle = left + width / 2 - WIDTH / 2;
    style.left = `${Math.max(MARGIN, Math.min(middle, window.innerWidth - WIDTH - MARGIN))}px`;
    style.top = top > ROOM ? 'auto' : `${bottom + MARGIN}px`;
    style.bottom = top > ROOM ? `${window.innerHeight - top + MARGIN}px` : 'auto';
  };
  // Esc closes the meaning, and nothing else with it.
  const keep = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || card.current?.matches(':popover-open') !== true) return;
    card.current.hidePopover();
    event.stopPropagation();
  };

  return (
    <>
      <button
        ref={word}
        type="button"
        className={styles.term}
        popoverTarget={id}
        onKeyDown={keep}
        onPointerEnter={near}
        onFocus={near}
      >
        {term}
      </button>
      {createPortal(
        <div
          ref={card}
          id={id}
          popover="auto"
          role="dialog"
          aria-label={term}
          className={styles.meaning}
          style={{ width: WIDTH }}
          onBeforeToggle={place}
        >
          {meaning}
          {more && (
            <button
              type="button"
              className={styles.more}
              onClick={() => {
                card.current?.hidePopover();
                more.open();
              }}
            >
              {more.label}
            </button>
          )}
        </div>,
        document.body,
      )}
    </>
  );
}
