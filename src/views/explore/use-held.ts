/** A value for people to read: while it changes many times a second, only some of its states are shown. */
import { useEffect, useRef, useState } from 'react';

/** @param key of what the value tells of: another key is shown at once @param everyMs 0 = every state is shown */
export function useHeld<T>(value: T, key: unknown, everyMs: number): T {
  const [held, hold] = useState({ value, key, atMs: 0 });
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
    if (everyMs === 0 || held.value === value) return;
    const wait = held.key === key ? Math.max(0, everyMs - (performance.now() - held.atMs)) : 0;
    const timer = setTimeout(() => hold({ value: latest.current, key, atMs: performance.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, key, everyMs, held]);
  return everyMs === 0 || held.key !== key ? value : held.value;
}
