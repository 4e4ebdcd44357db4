import type { PaperValue } from '../../../protocol/migration/requests.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { formatNumber } from '../../shared/format.ts';
import { MemoryTable } from '../../shared/paper/MemoryTable.tsx';
import { Notes } from '../../shared/paper/Notes.tsx';
import { RttTable } from '../../shared/paper/RttTable.tsx';
import { plainText } from '../../shared/template.ts';
import { Mark } from '../Mark.tsx';
import { Progress } from '../Progress.tsx';
import { Section } from '../Section.tsx';
import { percentText } from '../words-of.ts';
import styles from './TablesSection.module.css';
import { WORDS } from './words.ts';

/** Paper A's Tables 1 to 4: printed, simulated, error. */
export function TablesSection() {
  const work = useEvidence((state) => state.tables);
  const { startTables } = evidenceStore.getState().actions;
  const values = work.result;
  return (
    <Section
      name="tables"
      claim={claimOf(values)}
      marks={
        <>
          <Mark kind="simulated" />
          <Mark kind="fitted" />
          <Mark kind="assumed" />
        </>
      }
      onSeen={startTables}
    >
      <p className={styles.intro}>{WORDS.intro}</p>
      <Progress work={work} label={WORDS.progress} />
      <div className={styles.pair}>
        {values && <MemoryTable table={1} values={values} />}
        {values && <MemoryTable table={2} values={values} />}
      </div>
      <Notes of="memory" />
      <div className={styles.pair}>
        {values && <RttTable table={3} values={values} />}
        {values && <RttTable table={4} values={values} />}
      </div>
      <Notes of="rtt" />
      <p className={styles.intro}>{WORDS.live}</p>
    </Section>
  );
}

function claimOf(values: readonly PaperValue[] | null): string {
  if (values === null) return WORDS.claimBefore;
  const judged = values.filter(({ within }) => within !== null);
  const beyond = judged.filter(({ within }) => within === false).length;
  if (beyond > 0) return plainText(WORDS.claimBad, { beyond: String(beyond), count: String(judged.length) });
  const worst = (quantity: PaperValue['quantity']) =>
    Math.max(
      ...judged.filter((value) => value.quantity === quantity).map(({ error }) => Math.abs(error ?? 0)),
    );
  return plainText(WORDS.claimGood, {
    response: percentText(worst('responseMs'), false),
    cpu: formatNumber(worst('cpuPercent'), 1),
    rtt: percentText(worst('rttMs'), false),
  });
}
