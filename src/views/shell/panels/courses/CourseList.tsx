import { memo } from 'react';
import { courseTicks } from '../../../../layout/course-chart.ts';
import type { Scenario } from '../../../../protocol/model.ts';
import type { CourseRow } from '../../../../protocol/requests.ts';
import { useApp } from '../../../../store/store.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import { plainText } from '../../../shared/template.ts';
import styles from './CourseList.module.css';
import { CoursePicture } from './CoursePicture.tsx';
import { figuresOf } from './figures.ts';
import { nameOf } from './names.ts';
import { NAMES, WORDS } from './words.ts';

interface Properties {
  scenario: Scenario;
  rows: readonly CourseRow[];
  seconds: number;
  rate: number;
}

const KINDS = Object.keys(NAMES) as CourseRow['kind'][];

/** A row a course, in their order; one that is still to come has its place already. */
export const CourseList = memo(function CourseList({ scenario, rows, seconds, rate }: Properties) {
  return (
    <div>
      <Axis seconds={seconds} />
      <ol className={styles.list}>
        {KINDS.map((kind) => {
          const row = rows.find((one) => one.kind === kind);
          return <Row key={kind} kind={kind} row={row} scenario={scenario} seconds={seconds} rate={rate} />;
        })}
      </ol>
    </div>
  );
});

function Row({
  kind,
  row,
  scenario,
  seconds,
  rate,
}: Omit<Properties, 'rows'> & { kind: CourseRow['kind']; row: CourseRow | undefined }) {
  const open = useApp((state) => state.actions.openCourse);
  const { name, about, full } = nameOf(kind, scenario);
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <h3>{name}</h3>
        <p>{about}</p>
        {row && (
          <div className={styles.open}>
            <SmallButton aria-label={plainText(WORDS.openLabel, { name: full })} onClick={() => open(kind)}>
              {WORDS.open}
            </SmallButton>
          </div>
        )}
      </div>
      {row ? (
        <>
          <CoursePicture row={row} name={full} vm={scenario.pingedVm} seconds={seconds} />
          <dl className={styles.figures}>
            {figuresOf(row, rate).map(({ name: figure, label, value, loud }) => (
              <div key={figure} data-loud={loud}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p className={styles.waiting}>{WORDS.waiting}</p>
      )}
    </li>
  );
}

function Axis({ seconds }: { seconds: number }) {
  return (
    <div className={styles.axis} aria-hidden="true">
      <div className={styles.ticks}>
        {courseTicks(seconds * 1_000_000).map((at) => (
          <span key={at} style={{ left: `${(100 * at) / seconds}%` }}>
            {at === 0 ? plainText(WORDS.seconds, { at: String(at) }) : at}
          </span>
        ))}
      </div>
    </div>
  );
}
