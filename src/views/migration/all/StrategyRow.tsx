/** A strategy of the comparison: what it is, how it ended, its numbers, its picture, and the way to look at it closely. */
import {
  COMPARE_COLUMNS,
  type CompareColumn,
  type ComparedRow,
} from '../../../layout/migration/compare-columns.ts';
import type { PictureAxis } from '../../../layout/migration/compare-pictures.ts';
import { Definition } from '../../shared/Definition.tsx';
import { plainText } from '../../shared/template.ts';
import { Figure } from './Figure.tsx';
import { SmallPicture } from './SmallPicture.tsx';
import styles from './StrategyRow.module.css';
import { OUTCOME_WORDS, WORDS } from './words.ts';

const SIDES = [
  { side: 0, name: 'A' },
  { side: 1, name: 'B' },
] as const;

interface Properties {
  row: ComparedRow;
  idea: string;
  axis: PictureAxis;
  full: (column: CompareColumn) => number;
  isBest: (column: CompareColumn) => boolean;
  /** sides that have this strategy now */
  on: readonly boolean[];
  choose: (side: 0 | 1) => void;
}

export function StrategyRow({ row, idea, axis, full, isBest, on, choose }: Properties) {
  const { label, result, problem } = row;
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.label}>
        {idea === '' ? label : <Definition term={label} meaning={idea} />}
      </th>
      <td className={styles.sides}>
        {SIDES.map(({ side, name }) => (
          <button
            key={name}
            type="button"
            className={styles.side}
            aria-label={plainText(WORDS.put, { label, side: name })}
            aria-pressed={on[side] === true}
            disabled={problem !== null}
            onClick={() => choose(side)}
          >
            {name}
          </button>
        ))}
      </td>
      {result === null ? (
        <td colSpan={COMPARE_COLUMNS.length + 2} className={styles.problem}>
          {problem ?? WORDS.waiting}
        </td>
      ) : (
        <>
          <td className={styles.outcome} data-outcome={result.outcome}>
            <span className={styles.mark} aria-hidden="true">
              {OUTCOME_WORDS[result.outcome].mark}
            </span>
            {OUTCOME_WORDS[result.outcome].word}
          </td>
          {COMPARE_COLUMNS.map((column) => (
            <Figure
              key={column}
              column={column}
              value={row.values[column]}
              full={full(column)}
              best={isBest(column)}
            />
          ))}
          <td>
            <SmallPicture row={row} axis={axis} />
          </td>
        </>
      )}
    </tr>
  );
}
