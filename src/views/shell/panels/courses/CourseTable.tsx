import { formatSeconds } from '../../../../base/format.ts';
import type { Scenario } from '../../../../protocol/model.ts';
import type { CourseRow } from '../../../../protocol/requests.ts';
import { eventText } from '../../../../protocol/texts.ts';
import { useApp } from '../../../../store/store.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import { plainText } from '../../../shared/template.ts';
import styles from './CourseTable.module.css';
import { figuresOf } from './figures.ts';
import { nameOf } from './names.ts';
import { FIGURES, WORDS } from './words.ts';

interface Properties {
  rows: readonly CourseRow[];
  rate: number;
  scenario: Scenario;
}

/** The same without pictures: figures side by side, then what happened when. */
export function CourseTable({ rows, rate, scenario }: Properties) {
  const open = useApp((state) => state.actions.openCourse);
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{WORDS.course}</th>
              {Object.values(FIGURES).map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.kind}>
                <th scope="row">{nameOf(row.kind, scenario).full}</th>
                {figuresOf(row, rate).map(({ name, value, loud }) => (
                  <td key={name} data-loud={loud}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className={styles.heading}>{WORDS.happened}</h3>
      <div className={styles.stories}>
        {rows.map((row) => {
          const { full } = nameOf(row.kind, scenario);
          return (
            <section key={row.kind} aria-label={full}>
              <h4>{full}</h4>
              <ol>
                {row.events.map((event, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows, and this one is finished
                  <li key={i}>
                    <span>{formatSeconds(event.atUs)}</span> {eventText(event, false)}
                  </li>
                ))}
              </ol>
              <SmallButton
                aria-label={plainText(WORDS.openLabel, { name: full })}
                onClick={() => open(row.kind)}
              >
                {WORDS.open}
              </SmallButton>
            </section>
          );
        })}
      </div>
    </>
  );
}
