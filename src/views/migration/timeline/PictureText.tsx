import type { RefObject } from 'react';
import { format } from '../../../protocol/texts.ts';
import type { MigrationState } from '../../../store/migration/types.ts';
import { usePaced } from '../use-paced.ts';
import { phaseAt, trackFor } from './move-data.ts';
import { phaseWords } from './phase-words.ts';
import { SIDES, WORDS } from './words.ts';

/** The canvas with what it shows in a sentence; it changes with rounds and phases, and tells nothing of what comes. */
export function PictureText({
  canvas,
  className,
}: {
  canvas: RefObject<HTMLCanvasElement | null>;
  className: string;
}) {
  const text = usePaced(pictureText);
  return <canvas ref={canvas} className={className} role="img" aria-label={text} />;
}

function pictureText({ opened, reachedMs }: MigrationState): string {
  const sides = (opened?.sides ?? []).map((side, i) =>
    format(WORDS.sidePicture, {
      side: SIDES[i] ?? '',
      phase: phaseWords(phaseAt(trackFor(side), reachedMs)),
      rounds: side.result.rounds.filter(({ startMs }) => startMs < reachedMs).length,
    }),
  );
  return format(WORDS.picture, { sides: sides.join(' ') });
}
