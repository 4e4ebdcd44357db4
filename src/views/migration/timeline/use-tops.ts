import { useRef } from 'react';
import { usePaced } from '../use-paced.ts';
import { Extents, type Tops } from './extents.ts';

const NONE: Tops = { cores: 0, savedBytes: 0 };

/** What the tops of the growing lanes stand for. */
export function useTops(): Tops {
  const extents = useRef<Extents | null>(null);
  extents.current ??= new Extents();
  const own = extents.current;
  return usePaced(
    ({ opened, reachedMs }) => (opened === null ? NONE : own.tops(opened, reachedMs)),
    (a, b) => a.cores === b.cores && a.savedBytes === b.savedBytes,
  );
}
