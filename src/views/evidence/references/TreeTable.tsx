/** One stream: what each tree costs, in the reference and here. */
import type { TreeReferenceRow } from '../../../protocol/migration/requests.ts';
import { formatNumber } from '../../shared/format.ts';
import { ScrollBox } from '../../shared/ScrollBox.tsx';
import { plainText } from '../../shared/template.ts';
import { table } from '../styles.ts';
import { percentText } from '../words-of.ts';
import { WORDS } from './words.ts';

interface Properties {
  exponent: number;
  rows: readonly TreeReferenceRow[];
}

export function TreeTable({ exponent, rows }: Properties) {
  if (rows.length === 0) return null;
  const name = exponent === 0 ? WORDS.uniform : plainText(WORDS.zipf, { exponent: exponent.toFixed(1) });
  return (
    <ScrollBox label={name} className={table.scroll}>
      <table className={table.table}>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={table.text}>
              {WORDS.tree}
            </th>
            <th scope="colgroup" colSpan={4}>
              {WORDS.path}
            </th>
            <th scope="colgroup" colSpan={2}>
              {WORDS.rotations}
            </th>
          </tr>
          <tr>
            <th scope="col">{WORDS.reference}</th>
            <th scope="col">{WORDS.here}</th>
            <th scope="col">{WORDS.range}</th>
            <th scope="col">{WORDS.error}</th>
            <th scope="col">{WORDS.reference}</th>
            <th scope="col">{WORDS.here}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, name, claimed, path, rotations, pathError }) => (
            <tr key={kind}>
              <th scope="row">{name}</th>
              <td>{formatNumber(claimed.path, 2)}</td>
              <td>{formatNumber(path.mean, 2)}</td>
              <td className={table.muted}>
                {plainText(WORDS.rangeText, {
                  least: formatNumber(path.least, 2),
                  most: formatNumber(path.most, 2),
                })}
              </td>
              <td>{percentText(pathError, true)}</td>
              <td>{formatNumber(claimed.rotations, digitsOf(claimed.rotations))}</td>
              <td>{formatNumber(rotations.mean, digitsOf(claimed.rotations))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** As many as the reference was given with. */
function digitsOf(rotations: number): number {
  if (rotations === 0) return 0;
  return rotations < 0.001 ? 4 : rotations < 1 ? 3 : 2;
}
