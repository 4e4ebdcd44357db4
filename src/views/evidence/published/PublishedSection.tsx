import type { PublishedFit } from '../../../protocol/migration/requests.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { plainText } from '../../shared/template.ts';
import { Mark } from '../Mark.tsx';
import { Progress } from '../Progress.tsx';
import { Section } from '../Section.tsx';
import { percentText } from '../words-of.ts';
import { FitCard } from './FitCard.tsx';
import styles from './PublishedSection.module.css';
import { WORDS } from './words.ts';

/** a round's bytes within this are what was hoped for */
const GOOD = 0.25;

/** What others printed, beside a model fitted to their totals. */
export function PublishedSection() {
  const work = useEvidence((state) => state.published);
  const { startPublished } = evidenceStore.getState().actions;
  return (
    <Section
      name="published"
      claim={claimOf(work.result)}
      marks={
        <>
          <Mark kind="published" />
          <Mark kind="fitted" />
        </>
      }
      onSeen={startPublished}
    >
      <p className={styles.intro}>{WORDS.intro}</p>
      <p className={styles.intro}>{WORDS.honest}</p>
      <Progress work={work} label={WORDS.progress} />
      <div className={styles.cards}>
        {work.result?.map((fit) => (
          <FitCard key={fit.name} fit={fit} />
        ))}
      </div>
    </Section>
  );
}

function claimOf(fits: readonly PublishedFit[] | null): string {
  if (fits === null || fits.length === 0) return WORDS.claimBefore;
  const worst = Math.max(...fits.map(({ medianRoundError }) => medianRoundError));
  return plainText(worst <= GOOD ? WORDS.claimGood : WORDS.claimBad, {
    error: percentText(worst, false),
    cases: String(fits.length),
  });
}
