/** What opens over the page: one at a time, each closed by Esc, its button or a click beside it. */
import { useEffect, useState } from 'react';
import { useApp } from '../../../store/store.ts';
import { Branches } from './Branches.tsx';
import { Help } from './Help.tsx';
import { Parameters } from './Parameters.tsx';
import { Share } from './Share.tsx';
import { Summary } from './Summary.tsx';

export default function Panels() {
  const panel = useApp((state) => state.panel);
  const openPanel = useApp((state) => state.actions.openPanel);
  const close = () => openPanel('none');
  useFocusReturn();
  switch (panel) {
    case 'parameters':
      return <Parameters close={close} />;
    case 'share':
      return <Share close={close} />;
    case 'help':
      return <Help close={close} />;
    case 'summary':
      return <Summary close={close} />;
    case 'branches':
      return <Branches close={close} />;
    default:
      return null;
  }
}

/** The dialogs themselves only know how to give the focus back when they are hidden, not when they are taken away. */
function useFocusReturn(): void {
  // Read while rendering: by the time of an effect the dialog has taken the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const free = document.activeElement === null || document.activeElement === document.body;
      if (free && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
