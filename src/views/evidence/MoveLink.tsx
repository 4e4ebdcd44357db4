import { encodeMoveLink } from '../../protocol/migration/link.ts';
import type { SoloSpec } from '../../protocol/migration/model.ts';
import { useEvidence } from '../../store/evidence/store.ts';
import styles from './MoveLink.module.css';

const WORDS = { open: 'Open this migration in the Migration workspace' } as const;

/** Where the same migration can be played. */
export function MoveLink({ spec }: { spec: SoloSpec }) {
  const defaults = useEvidence((state) => state.catalogue?.defaultLab);
  if (defaults === undefined) return null;
  const href = encodeMoveLink({ lab: { spec, against: null }, atMs: null, view: 'run' }, defaults);
  return (
    <p>
      <a className={styles.link} href={href}>
        {WORDS.open}
      </a>
    </p>
  );
}
