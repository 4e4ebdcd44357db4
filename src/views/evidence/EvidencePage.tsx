import { useEffect } from 'react';
import { enterEvidence, leaveEvidence } from '../../store/evidence/store.ts';

/** All proofs on one page: measured runs beside their twins, published numbers, and whether prediction helps. */
export default function EvidencePage() {
  useEffect(() => {
    enterEvidence();
    return leaveEvidence;
  }, []);
  return <section aria-label="Evidence" />;
}
