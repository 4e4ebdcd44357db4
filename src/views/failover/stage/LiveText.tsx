import { type CSSProperties, useRef } from 'react';
import type { AppState } from '../../../store/types.ts';
import { usePainter } from './painter.ts';

/** Numbers are for reading: at most five values a second while time runs. */
const READABLE_MS = 200;

interface Props {
  readonly read: (state: AppState) => string;
  /** what the picture beside it shows: when this changes, the text changes with it, however fresh it is */
  readonly beside?: (state: AppState) => unknown;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
}

/** Text that follows the frame without React. At rest it is always the present moment's. */
export function LiveText({ read, beside, className, style }: Props) {
  const span = useRef<HTMLSpanElement>(null);
  const writtenAt = useRef(0);
  const shown = useRef<unknown>(undefined);
  usePainter((state, wallMs) => {
    const now = beside?.(state);
    const fresh = state.playback.playing && wallMs - writtenAt.current < READABLE_MS;
    if (!span.current || (fresh && Object.is(now, shown.current))) return;
    shown.current = now;
    const text = read(state);
    if (span.current.textContent === text) return;
    span.current.textContent = text;
    writtenAt.current = wallMs;
  });
  return <span ref={span} className={className} style={style} />;
}
