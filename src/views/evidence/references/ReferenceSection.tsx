import type { References } from '../../../protocol/migration/requests.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { plainText } from '../../shared/template.ts';
import { Mark } from '../Mark.tsx';
import { Progress } from '../Progress.tsx';
import { Section } from '../Section.tsx';
import { percentText } from '../words-of.ts';
import { ClusterGains } from './ClusterGains.tsx';
import styles from './ReferenceSection.module.css';
import { SpanTable } from './SpanTable.tsx';
import { TreeTable } from './TreeTable.tsx';
import { WORDS } from './words.ts';

const EXPONENTS = [0, 1, 1.5];

/** Figures others measured or printed, beside means over many seeds. */
export function ReferenceSection() {
  const work = useEvidence((state) => state.references);
  const { startReferences, cancelReferences } = evidenceStore.getState().actions;
  const { trees = [], spans = [], gains = [] } = work.result ?? {};
  return (
    <Section
      name="references"
      claim={work.done === 1 && work.result ? claimOf(work.result) : WORDS.claimBefore}
      marks={
        <>
          <Mark kind="simulated" />
          <Mark kind="published" />
          <Mark kind="fitted" />
        </>
      }
      onSeen={startReferences}
    >
      <p className={styles.text}>{WORDS.intro}</p>
      <Progress work={work} label={WORDS.progress} cancel={cancelReferences} start={startReferences} />
      <div className={styles.tables}>
        {EXPONENTS.map((exponent) => (
          <TreeTable
            key={exponent}
            exponent={exponent}
            rows={trees.filter((row) => row.exponent === exponent)}
          />
        ))}
        {spans.length > 0 && <SpanTable rows={spans} />}
        {gains.length > 0 && <ClusterGains rows={gains} />}
      </div>
      <p className={styles.text}>{WORDS.balanced}</p>
    </Section>
  );
}

function claimOf({ trees, spans }: References): string {
  const sorted = trees.toSorted((a, b) => Math.abs(a.pathError) - Math.abs(b.pathError));
  const worst = sorted.at(-1);
  const trips = spans.filter(({ span }) => span !== 'move').map(({ error }) => Math.abs(error));
  return plainText(WORDS.claim, {
    seeds: '20',
    median: percentText(Math.abs(sorted[sorted.length >> 1]?.pathError ?? Number.NaN), false),
    worst: percentText(Math.abs(worst?.pathError ?? Number.NaN), false),
    worstTree: worst?.name ?? '–',
    rtt: percentText(Math.max(...trips), false),
  });
}
