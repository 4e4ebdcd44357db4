import { useEffect, useState } from 'react';
import type { ParsedText } from '../../../protocol/trees/requests.ts';
import { useTrees } from '../../../store/trees/store.ts';

/** Typing is followed when it pauses. */
const PAUSE_MS = 150;

const NAMES = /\b(access|find|insert|delete)\b/i;

export interface Recognised {
  /** the text it is about */
  readonly text: string;
  readonly shape: ParsedText;
  readonly keys: ParsedText;
  /** null where the text names no operation: bare keys are rather a shape or a stream */
  readonly operations: ParsedText | null;
}

/** What the worker makes of a text, as a shape, as a list of keys and as operations; null while it looks, or where there is none. */
export function useRecognised(text: string): Recognised | null {
  const parse = useTrees((state) => state.actions.parse);
  const [found, setFound] = useState<Recognised | null>(null);
  useEffect(() => {
    if (text.trim() === '') return;
    let stale = false;
    const look = async () => {
      const [shape, keys, operations] = await Promise.all([
        parse('shape', text),
        parse('keys', text),
        NAMES.test(text) ? parse('operations', text) : null,
      ]);
      if (!stale) setFound({ text, shape, keys, operations });
    };
    const timer = setTimeout(() => void look(), PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, parse]);
  return found?.text === text ? found : null;
}
