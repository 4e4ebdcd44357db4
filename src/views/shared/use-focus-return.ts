import { useEffect, useState } from 'react';

/** The dialogs themselves only know how to give the focus back when they are hidden, not when they are taken away. */
export function useFocusReturn(): void {
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
