import type { SpeedReply } from '../../../protocol/migration/requests.ts';
import { evidenceStore, useEvidence } from '../../../store/evidence/store.ts';
import { formatNumber } from '../../shared/format.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { plainText } from '../../shared/template.ts';
import { Mark } from '../Mark.tsx';
import { Progress } from '../Progress.tsx';
import { Section } from '../Section.tsx';
import styles from './SpeedSection.module.css';
import { ratioText, SpeedTable } from './SpeedTable.tsx';
import { WORDS } from './words.ts';

/** Where claims and figures come from; the very file `npm run evidence` writes. */
const MACHINE = 'Node on two cores';
const ABOUT_SECONDS = 10;

/** The engine's speed and its bits, measured where they are read. Begun by hand: it keeps a core busy. */
export function SpeedSection() {
  const work = useEvidence((state) => state.speed);
  const { startSpeed, cancelSpeed } = evidenceStore.getState().actions;
  return (
    <Section name="speed" claim={claimOf(work.result)} marks={<Mark kind="measured" />}>
      <p className={styles.text}>
        {plainText(WORDS.intro, { machine: work.result?.claimed.machine ?? MACHINE })}
      </p>
      <Progress work={work} label={WORDS.progress} cancel={cancelSpeed} />
      {!work.busy && (
        <p>
          <SmallButton onClick={startSpeed}>
            {work.result === null
              ? plainText(WORDS.start, { seconds: formatNumber(ABOUT_SECONDS, 0) })
              : WORDS.again}
          </SmallButton>
        </p>
      )}
      {work.result && <SpeedTable result={work.result} />}
    </Section>
  );
}

function claimOf(result: SpeedReply | null): string {
  if (result === null) return WORDS.claimBefore;
  if (result.hash !== result.claimed.hash) return WORDS.claimOther;
  const run = result.rows.find(({ name }) => name === 'failover');
  return plainText(WORDS.claimSame, { ratio: ratioText(run?.ratio ?? Number.NaN) });
}
