import { numberText, percentOf, signedText, titleWith } from '../../../layout/explore/quantity.ts';
import type { ComparedRun } from '../../../store/explore/types.ts';
import { outcomeText } from '../words.ts';
import styles from './CompareView.module.css';
import type { FigurePair } from './differences.ts';
import { WORDS } from './words.ts';

interface Properties {
  readonly pair: readonly [ComparedRun, ComparedRun];
  readonly pairs: readonly FigurePair[];
}

/** Every figure of both, with B's difference to A. */
export function FiguresCard({ pair: [a, b], pairs }: Properties) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={styles.figures} tabIndex={0} aria-label={WORDS.figures}>
      <table className={styles.table}>
        <caption>{WORDS.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{WORDS.heads.figure}</th>
            <th scope="col">{WORDS.sides[0]}</th>
            <th scope="col">{WORDS.sides[1]}</th>
            <th scope="col">{WORDS.heads.difference}</th>
            <th scope="col">{WORDS.heads.percent}</th>
          </tr>
        </thead>
        <tbody>
          <tr data-equal={a.outcome?.outcome === b.outcome?.outcome}>
            <th scope="row">{WORDS.outcome}</th>
            <td>{outcomeText(a.outcome?.outcome ?? '')}</td>
            <td>{outcomeText(b.outcome?.outcome ?? '')}</td>
            <td />
            <td />
          </tr>
          {pairs.map(({ info, a: one, b: other, change, quantity }) => (
            <tr key={info.name} data-equal={change === 0} title={info.description}>
              <th scope="row">{titleWith(info.label, quantity)}</th>
              <td>{numberText(one, quantity)}</td>
              <td>{numberText(other, quantity)}</td>
              <td className={styles.change}>
                {change === 0 ? WORDS.equalValue : signedText(change, { ...quantity, unit: '' })}
              </td>
              <td>{change === 0 ? '' : percentOf(change, one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
