import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { page } from '../../../../store/page.ts';
import { currentHistory } from '../../../../store/select.ts';
import { appStore, useApp } from '../../../../store/store.ts';
import { say, WORDS } from '../words.ts';
import { AmountForm } from './AmountForm.tsx';
import classes from './Menu.module.css';
import type { MenuOpening } from './menu-context.ts';
import { type AmountQuestion, type MenuItem, menuItems, menuTitle } from './menu-items.ts';
import { useInPast } from './use-in-past.ts';

const MARGIN = 8;

interface Props {
  readonly opening: MenuOpening;
  readonly close: () => void;
}

/** What can happen to one thing, now. It follows the run while it is open: what cannot be any more says why. */
export function Menu({ opening, close }: Props) {
  const { target, opener } = opening;
  const history = useApp(currentHistory);
  const catalogue = useApp((state) => state.catalogue);
  const pastUs = useInPast();
  const box = useRef<HTMLDivElement>(null);
  const [asked, ask] = useState<AmountQuestion | null>(null);
  const note = useId();
  const letters = useRef(typeAhead());
  usePlace(box, opening, asked !== null);

  const leave = () => {
    close();
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  };
  useOutside(box, close);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes in when the menu opens, and back from a question
  useEffect(() => {
    if (asked === null) box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [opening, asked]);

  if (!history || !catalogue) return null;
  const fixed = page.refusal('failures');
  const items = menuItems(target, history, catalogue).map((item) =>
    fixed === null ? item : { ...item, problem: fixed },
  );
  const title = say(WORDS.menuOf, { name: menuTitle(target, history) });
  const give = (item: MenuItem) => {
    if (item.problem !== null) return;
    if ('command' in item.does) {
      ask(item.does);
      return;
    }
    appStore.getState().actions.give(item.does);
    leave();
  };
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    // A menu keeps its keys: they play nothing.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      if (asked) ask(null);
      else leave();
      return;
    }
    if (asked) return;
    if (event.key === 'Tab') {
      event.preventDefault();
      leave();
      return;
    }
    const to = nextItem(box.current, event.key) ?? letters.current(box.current, event);
    if (!to) return;
    event.preventDefault();
    to.focus();
  };

  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the keys of what is in it
    <div ref={box} className={classes.box} onKeyDown={keys}>
      <p className={classes.title} aria-hidden="true">
        {menuTitle(target, history)}
      </p>
      {pastUs === null ? null : (
        <p id={note} className={classes.past}>
          {say(WORDS.menuInPast, { at: pastUs })}
        </p>
      )}
      {asked ? (
        <AmountForm
          question={asked}
          back={() => ask(null)}
          give={(command) => {
            appStore.getState().actions.give(command);
            leave();
          }}
        />
      ) : (
        <div
          role="menu"
          aria-label={title}
          aria-describedby={pastUs === null ? undefined : note}
          className={classes.menu}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={classes.item}
              data-apart={item.apart}
              aria-disabled={item.problem !== null}
              aria-description={item.problem ?? item.detail}
              onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
              onClick={() => give(item)}
            >
              <b>{item.label}</b>
              <span aria-hidden="true">{item.problem ?? item.detail}</span>
            </button>
          ))}
        </div>
      )}
    </div>,
    document.body,
  );
}

function nextItem(box: HTMLElement | null, key: string): HTMLElement | null {
  const items = [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const here = items.indexOf(document.activeElement as HTMLElement);
  const step: Record<string, number> = {
    ArrowDown: (here + 1) % items.length,
    ArrowUp: (here < 0 ? 0 : here - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const found = step[key];
  return found === undefined ? null : (items[found] ?? null);
}

const TYPING_MS = 800;

/** Letters go to the item that begins with them: the first one to the next such item, further ones narrow it down. */
function typeAhead() {
  let typed = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  return (box: HTMLElement | null, event: KeyboardEvent): HTMLElement | null => {
    const { key, timeStamp } = event;
    if (key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return null;
    if (timeStamp - lastMs > TYPING_MS) typed = '';
    // Alone, Space presses the item.
    if (key === ' ' && typed === '') return null;
    typed += key.toLowerCase();
    lastMs = timeStamp;
    const items = [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const from = items.indexOf(document.activeElement as HTMLElement) + (typed.length === 1 ? 1 : 0);
    const order = [...items.slice(from), ...items.slice(0, from)];
    const found = order.find((item) => item.textContent?.toLowerCase().startsWith(typed));
    return found ?? (document.activeElement as HTMLElement);
  };
}

/** Beside where it was asked for, wholly inside the window. */
function usePlace(box: React.RefObject<HTMLElement | null>, { x, y }: MenuOpening, asked: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question has another size than the menu
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    element.style.left = `${Math.max(MARGIN, Math.min(x, window.innerWidth - width - MARGIN))}px`;
    element.style.top = `${Math.max(MARGIN, Math.min(y, window.innerHeight - height - MARGIN))}px`;
  }, [box, x, y, asked]);
}

/** A press anywhere else, or another window, closes it. */
function useOutside(box: React.RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const down = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      latest.current();
    };
    const resize = () => latest.current();
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('resize', resize);
    };
  }, [box]);
}
