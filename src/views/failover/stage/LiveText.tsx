import { type CSSProperties, useEffect, useRef } from 'react';
import type { AppState } from '../../../store/types.ts';
import { onTick, tickCount, tickState } from '../../shared/human-tick.ts';
import { usePainter } from './painter.ts';

interface Props {
  readonly read: (state: AppState) => string;
  /** what the picture beside it shows: when this changes, the text changes with it, however fresh it is */
  readonly beside?: (state: AppState) => unknown;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
}

/** Text that follows the frame without React, at the beat all numbers share. At rest it is always the present moment's. */
export function LiveText({ read, beside, className, style }: Props) {
  const span = useRef<HTMLSpanElement>(null);
  const writtenAt = useRef(-1);
  const shown = useRef<unknown>(undefined);
  // The beat is kept going by whoever listens to it.
  useEffect(() => onTick(() => {}), []);
  usePainter((state) => {
    const now = beside?.(state);
    const turned = !Object.is(now, shown.current);
    const fresh = state.playback.playing && writtenAt.current === tickCount();
    if (!span.current || (fresh && !turned)) return;
    shown.current = now;
    writtenAt.current = tickCount();
    // With the picture where the picture turns, else what everybody reads.
    const text = read(turned || !state.playback.playing ? state : tickState());
    if (span.current.textContent !== text) span.current.textContent = text;
  });
  return <span ref={span} className={className} style={style} />;
}
