import { type ReactNode, useContext } from 'react';
import classes from './Menu.module.css';
import { MenuContext } from './menu-context.ts';
import type { MenuTarget } from './menu-items.ts';

interface Props {
  readonly target: MenuTarget;
  readonly label: string;
  /** a name that is the button; three dots where there is none */
  readonly children?: ReactNode;
}

/** Opens the menu of the thing it stands on. */
export function MenuButton({ target, label, children }: Props) {
  const open = useContext(MenuContext);
  return (
    <button
      type="button"
      className={children === undefined ? classes.dots : classes.name}
      data-opens-menu=""
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        open({ target, x: left, y: bottom + 2, opener: event.currentTarget });
      }}
    >
      {children ?? (
        <svg width="14" height="4" aria-hidden="true">
          <circle cx="2" cy="2" r="1.6" />
          <circle cx="7" cy="2" r="1.6" />
          <circle cx="12" cy="2" r="1.6" />
        </svg>
      )}
    </button>
  );
}
