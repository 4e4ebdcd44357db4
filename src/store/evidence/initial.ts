import { EVIDENCE_SECTIONS } from '../../protocol/migration/evidence-link.ts';
import { IDLE } from '../long-work.ts';
import type { EvidenceState } from './types.ts';

/** The page before its worker answered for the first time. */
export function initialState(): Omit<EvidenceState, 'actions'> {
  return {
    status: 'loading',
    notice: null,
    catalogue: null,
    section: EVIDENCE_SECTIONS[0],
    summons: 0,
    twins: IDLE,
    chosen: null,
    detail: IDLE,
    gains: IDLE,
    tables: IDLE,
    published: IDLE,
    references: IDLE,
    speed: IDLE,
    logName: null,
    log: IDLE,
  };
}
