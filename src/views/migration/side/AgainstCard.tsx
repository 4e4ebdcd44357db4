import { migrationStore } from '../../../store/migration/store.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { TemplateWords } from '../../shared/TemplateWords.tsx';
import type { ShownSide } from '../shown.ts';
import { againstRows } from './against-rows.ts';
import styles from './FigureTable.module.css';
import { report } from './report.ts';
import { type Totals, totalsOf } from './totals.ts';
import { AGAINST, SIDES, WORDS } from './words.ts';

/** break it early in the rounds, long enough to be seen */
const BREAK_AT_SHARE = 0.3;
const BREAK_MS = 1000;

/** Both sides in figures, what B has more, and at the end what to try next. */
export function AgainstCard({ sides }: { readonly sides: readonly ShownSide[] }) {
  const totals = sides.map(totalsOf);
  const rows = againstRows(totals);
  const two = sides.length > 1;
  return (
    <>
      <table className={styles.table} aria-label={two ? AGAINST.caption : AGAINST.captionOne}>
        <thead>
          <tr>
            <td />
            {sides.map(({ index }, i) => (
              <th key={index} scope="col">
                <Heading name={SIDES[index]} totals={totals[i]} />
              </th>
            ))}
            {two && (
              <th scope="col" className={styles.difference}>
                {AGAINST.difference}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values, difference }) => (
            <tr key={label}>
              <th scope="row">
                <TemplateWords template={label} slots={{}} />
              </th>
              {values.map((value, i) => (
                <td key={SIDES[i]}>{value}</td>
              ))}
              {two && <td className={styles.difference}>{difference ?? WORDS.none}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{AGAINST.lostNote}</p>
      {totals.every(({ over }) => over) && <Next sides={sides} />}
    </>
  );
}

function Heading({ name, totals }: { readonly name: string; readonly totals: Totals | undefined }) {
  if (totals?.outcome === 'aborted') return `${name}, ${AGAINST.aborted}`;
  if (totals?.outcome === 'lost') return `${name}, ${AGAINST.vmLost}`;
  return name;
}

function Next({ sides }: { readonly sides: readonly ShownSide[] }) {
  const { actions } = migrationStore.getState();
  const breakLink = () => {
    actions.pause();
    actions.seek(Math.min(...sides.map(({ side }) => side.endMs)) * BREAK_AT_SHARE);
    report(actions.breakLink(BREAK_MS));
  };
  const [only] = sides;
  const preCopy = only?.side.spec.strategy.kind === 'post-copy';
  return (
    <p className={styles.next}>
      {AGAINST.next}
      {sides.length === 1 && (
        <SmallButton
          onClick={() => report(actions.setStrategy(1, { kind: preCopy ? 'pre-copy' : 'post-copy' }))}
        >
          {preCopy ? AGAINST.againstPre : AGAINST.against}
        </SmallButton>
      )}
      <SmallButton onClick={() => actions.setView('all')}>{AGAINST.all}</SmallButton>
      <SmallButton onClick={breakLink}>{AGAINST.breakLink}</SmallButton>
    </p>
  );
}
