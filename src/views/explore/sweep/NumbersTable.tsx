/** The numbers behind the picture, as tables that can be read, walked and copied. */
import type { Cell } from '../../../layout/explore/cells.ts';
import { numberText, settingText, titleWith } from '../../../layout/explore/quantity.ts';
import { formatCount } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import type { ShownSweep } from '../shown.ts';
import styles from './NumbersTable.module.css';
import { outcomeOf } from './readout-text.ts';
import { TABLE, WORDS } from './words.ts';

export function NumbersTable({ shown }: { shown: ShownSweep }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={styles.scroll} tabIndex={0} aria-label={TABLE.region}>
      {shown.y === null ? (
        <OneAxis shown={shown} />
      ) : (
        shown.labels.map((label, variant) => <OneMap key={label} shown={shown} variant={variant} />)
      )}
      <p className={styles.legend}>{TABLE.legend}</p>
    </section>
  );
}

function caption({ figure, quantity, cells }: ShownSweep): string {
  return plainText(quantity.unit === '' ? TABLE.captionPlain : TABLE.caption, {
    figure: figure.label,
    seeds:
      cells.seeds === 1 ? WORDS.seeds.one : plainText(WORDS.seeds.many, { count: formatCount(cells.seeds) }),
    unit: quantity.unit,
  });
}

function OneAxis({ shown }: { shown: ShownSweep }) {
  const { cells, x, labels, quantity } = shown;
  return (
    <table className={styles.table}>
      <caption>{caption(shown)}</caption>
      <thead>
        <tr>
          <th scope="col">{titleWith(x.label, x.quantity)}</th>
          {labels.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {x.values.map((value, place) => (
          <tr key={value}>
            <th scope="row">{settingText(value, x.quantity)}</th>
            {labels.map((label, variant) => {
              const cell = cells.cells[variant * cells.xs + place];
              return (
                <td key={label}>
                  {cellText(cell, shown)}
                  {cell !== undefined && cell.values.length > 1 && (
                    <span className={styles.quiet}>
                      {numberText(cell.least, quantity)} … {numberText(cell.most, quantity)}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OneMap({ shown, variant }: { shown: ShownSweep; variant: number }) {
  const { cells, x, y, labels } = shown;
  if (y === null) return null;
  return (
    <table className={styles.table}>
      <caption>
        {cells.variants > 1 ? `${labels[variant] ?? ''} · ` : ''}
        {caption(shown)}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            {titleWith(y.label, y.quantity)} ↓
            <br />
            {titleWith(x.label, x.quantity)} →
          </th>
          {x.values.map((value) => (
            <th key={value} scope="col">
              {settingText(value, x.quantity)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {y.values.map((value, row) => (
          <tr key={value}>
            <th scope="row">{settingText(value, y.quantity)}</th>
            {x.values.map((column, place) => (
              <td key={column}>
                {cellText(cells.cells[(variant * cells.ys + row) * cells.xs + place], shown)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellText(cell: Cell | undefined, { quantity, cells }: ShownSweep): string {
  if (cell === undefined || cell.arrived === 0) return TABLE.coming;
  if (cell.mean !== null) return numberText(cell.mean, quantity);
  return cell.never === cell.arrived ? TABLE.never : outcomeOf(cell, cells.seeds);
}
