import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { appStore, useApp } from '../../store/store.ts';
import type { AppState } from '../../store/types.ts';
import styles from './PanelMenu.module.css';
import { UI } from './words.ts';

/** Panels that are looked into now and then, in the order of the menu. */
const ENTRIES: readonly { readonly panel: AppState['panel']; readonly name: string }[] = [
  { panel: 'heartbeat', name: UI.heartbeat },
  { panel: 'courses', name: UI.courses },
  { panel: 'explain', name: UI.explain },
  { panel: 'tables', name: UI.tables },
];

/** One button for all of them, so that the header stays as it is however many there are. */
export function PanelMenu() {
  const [open, setOpen] = useState(false);
  const ready = useApp((state) => state.activeKey !== '');
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const button = () => box.current?.querySelector('button');
  const openPanel = (panel: AppState['panel']) => {
    // The panel gives the focus back to where it was opened from.
    button()?.focus();
    setOpen(false);
    appStore.getState().actions.openPanel(panel);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard from the buttons in it
    <div
      ref={box}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button()?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !box.current?.contains(event.relatedTarget))
          setOpen(false);
      }}
    >
      <Button
        size="compact-md"
        variant="default"
        disabled={!ready}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {UI.look}
      </Button>
      <ul id={list} className={styles.list} hidden={!open}>
        {ENTRIES.map(({ panel, name }) => (
          <li key={panel}>
            <button type="button" onClick={() => openPanel(panel)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
