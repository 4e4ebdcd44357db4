import { MOVE_PHASE } from '../../../base/columns.ts';

const PHASES: Readonly<Record<number, string>> = {
  [MOVE_PHASE.live]: 'runs at the source',
  [MOVE_PHASE.suspended]: 'paused',
  [MOVE_PHASE.postCopy]: 'runs at the destination, pages follow',
  [MOVE_PHASE.completed]: 'moved',
  [MOVE_PHASE.aborted]: 'goes on at the source',
  [MOVE_PHASE.lost]: 'lost',
};

export const phaseWords = (phase: number): string => PHASES[phase] ?? '';
