import type { LogReading } from '../../../protocol/migration/requests.ts';
import { errorOf } from '../../../store/evidence/errors.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { plainText } from '../../shared/template.ts';
import { FigureTable } from '../FigureTable.tsx';
import { Mark } from '../Mark.tsx';
import { MoveLink } from '../MoveLink.tsx';
import { Progress } from '../Progress.tsx';
import { RemainingChart } from '../RemainingChart.tsx';
import { Section } from '../Section.tsx';
import { percentText } from '../words-of.ts';
import { Complaints } from './Complaints.tsx';
import { LogInput } from './LogInput.tsx';
import styles from './LogSection.module.css';
import { LogSettings } from './LogSettings.tsx';
import { Recipe } from './Recipe.tsx';
import { twinOfLog } from './twin-of-log.ts';
import { WORDS } from './words.ts';

/** A log of the user's own beside the simulation with the settings it tells of. */
export function LogSection() {
  const work = useEvidence((state) => state.log);
  const name = useEvidence((state) => state.logName);
  const { cancelLog } = evidenceStore.getState().actions;
  return (
    <Section
      name="log"
      claim={claimOf(name, work.result)}
      marks={
        <>
          <Mark kind="measured" />
          <Mark kind="simulated" />
          <Mark kind="fitted" />
          <Mark kind="assumed" />
        </>
      }
    >
      <p className={styles.intro}>
        {WORDS.intro} {WORDS.hint}
      </p>
      <LogInput />
      <Progress work={work} label={WORDS.reading} cancel={cancelLog} />
      {work.result && <Reading reading={work.result} />}
      <Recipe />
    </Section>
  );
}

function Reading({ reading }: { reading: LogReading }) {
  const { twin, settings, samples, sampleRows, complaints, lines } = reading;
  const compared = twinOfLog(reading);
  return (
    <div className={styles.reading}>
      <Complaints complaints={complaints} lines={lines} />
      {twin && (
        <div className={styles.grid}>
          <div className={styles.wide}>
            <h3>{WORDS.remaining}</h3>
            <RemainingChart samples={samples} sampleRows={sampleRows} twin={twin} />
          </div>
          <div>
            {compared && <FigureTable row={compared} unfinished={!compared.measured.completed} />}
            <MoveLink spec={twin.spec} />
          </div>
        </div>
      )}
      <LogSettings settings={settings} />
    </div>
  );
}

function claimOf(name: string | null, reading: LogReading | null): string {
  if (name === null || reading === null) return WORDS.claimEmpty;
  const row = twinOfLog(reading);
  if (row === null || !row.measured.completed) return plainText(WORDS.claimOpen, { name });
  return plainText(WORDS.claimRead, {
    name,
    time: change(errorOf(row, 'twin', 'totalTimeMs'), WORDS.time),
    bytes: change(errorOf(row, 'twin', 'bytesSent'), WORDS.bytes),
  });
}

function change(error: number | null, words: { readonly less: string; readonly more: string }): string {
  const size = percentText(Math.abs(error ?? Number.NaN), false);
  return plainText((error ?? 0) > 0 ? words.more : words.less, { size });
}
