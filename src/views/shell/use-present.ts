import { useEffect } from 'react';
import { useApp } from '../../store/store.ts';

/** Present mode is a mark on the root: every style that differs hangs on it. */
export function usePresent(): void {
  const present = useApp((state) => state.present);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (present) dataset.present = 'true';
    else delete dataset.present;
  }, [present]);
}
