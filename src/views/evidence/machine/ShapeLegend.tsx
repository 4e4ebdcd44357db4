import { SHAPES } from '../../../layout/evidence/shapes.ts';
import { chart } from '../styles.ts';
import { MODES, SHAPE_OF } from './looks.ts';
import { MODE_NAMES, WORDS } from './words.ts';

export function ShapeLegend({ textbook }: { textbook: boolean }) {
  return (
    <ul className={chart.legend} aria-label={WORDS.legend}>
      {MODES.map((mode) => (
        <li key={mode}>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            <path className={chart.mark} d={SHAPES[SHAPE_OF[mode]]} />
          </svg>
          {MODE_NAMES[mode]}
        </li>
      ))}
      {textbook && (
        <li>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            <path className={chart.open} d={SHAPES.circle} />
          </svg>
          {WORDS.open}
        </li>
      )}
    </ul>
  );
}
