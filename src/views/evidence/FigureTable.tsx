/** One migration's figures: measured, simulated, by the textbook, with errors. */
import type { TwinFigures } from '../../protocol/migration/requests.ts';
import { errorOf, type Figures, figureOf, MEASURES, type Model } from '../../store/evidence/errors.ts';
import { ScrollBox } from '../shared/ScrollBox.tsx';
import { CHART_WORDS as WORDS } from './chart-words.ts';
import styles from './table.module.css';
import { errorText, figureText } from './words-of.ts';

interface Properties {
  row: Figures;
  /** what was measured ends before the migration does: figures so far, compared where the simulation stops there too */
  unfinished?: boolean;
}

export function FigureTable({ row, unfinished = false }: Properties) {
  const models: readonly Model[] = row.textbook === null ? ['twin'] : ['twin', 'textbook'];
  const { figures } = WORDS;
  const comparable = (model: Model) => !unfinished || row[model]?.completed === false;
  const outcome = (of: TwinFigures | null) => outcomeOf(of, unfinished ? WORDS.underWay : WORDS.gaveUp);
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
                <td key={`${model} error`}>
                  {errorText(comparable(model) ? errorOf(row, model, measure) : null, measure)}
                </td>,
              ])}
            </tr>
          ))}
          <tr>
            <th scope="row">{WORDS.outcome}</th>
            <td>{outcome(row.measured)}</td>
            {models.map((model) => [
              <td key={model}>{outcome(row[model])}</td>,
              <td key={`${model} error`} />,
            ])}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}

function outcomeOf(figures: TwinFigures | null, otherwise: string): string {
  if (figures === null) return '–';
  return figures.completed ? WORDS.converged : otherwise;
}
