/** One migration's figures: measured, simulated, by the textbook, with errors. */
import type { TwinFigures } from '../../protocol/migration/requests.ts';
import { errorOf, type Figures, figureOf, MEASURES, type Model } from '../../store/evidence/errors.ts';
import { CHART_WORDS as WORDS } from './chart-words.ts';
import { ScrollBox } from './ScrollBox.tsx';
import styles from './table.module.css';
import { errorText, figureText } from './words-of.ts';

export function FigureTable({ row }: { row: Figures }) {
  const models: readonly Model[] = row.textbook === null ? ['twin'] : ['twin', 'textbook'];
  const { figures } = WORDS;
  return (
    <ScrollBox label={WORDS.figureTable} className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{figures.measured}</th>
            <th scope="col">{figures.simulated}</th>
            <th scope="col">{figures.error}</th>
            {row.textbook !== null && (
              <>
                <th scope="col">{figures.textbook}</th>
                <th scope="col">{figures.textbookError}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure}>
              <th scope="row">{WORDS.figureNames[measure]}</th>
              <td>{figureText(figureOf(row, 'measured', measure), measure)}</td>
              {models.map((model) => [
                <td key={model}>{figureText(figureOf(row, model, measure), measure)}</td>,
                <td key={`${model} error`}>{errorText(errorOf(row, model, measure), measure)}</td>,
              ])}
            </tr>
          ))}
          <tr>
            <th scope="row">{WORDS.outcome}</th>
            <td>{outcomeOf(row.measured)}</td>
            {models.map((model) => [
              <td key={model}>{outcomeOf(row[model])}</td>,
              <td key={`${model} error`} />,
            ])}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}

function outcomeOf(figures: TwinFigures | null): string {
  if (figures === null) return '–';
  return figures.completed ? WORDS.converged : WORDS.gaveUp;
}
