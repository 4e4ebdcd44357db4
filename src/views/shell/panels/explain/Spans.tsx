import { formatCount, formatMillis, formatSigned } from '../../../../base/format.ts';
import { pingMean } from '../../../../layout/ping-mean.ts';
import {
  PAPER_AFTER_MS,
  PAPER_BEFORE_MS,
  PAPER_DURING_MS,
  PAPER_RECOVERED_MS,
} from '../../../shared/paper-values.ts';
import shared from './explain.module.css';
import { type Facts, spansOf } from './facts.ts';
import { Scroll } from './Scroll.tsx';
import { Section } from './Section.tsx';
import { CPU, SPANS } from './words.ts';

const NAMES = ['before', 'during', 'after', 'recovered'] as const;

/** The four spans of the paper: what it prints, what this run gives. */
export function Spans({ facts }: { facts: Facts }) {
  const spans = spansOf(facts);
  const paper = {
    before: PAPER_BEFORE_MS,
    during: PAPER_DURING_MS[facts.run.scenario.failover],
    after: PAPER_AFTER_MS,
    recovered: PAPER_RECOVERED_MS,
  };
  return (
    <Section title={SPANS.heading}>
      <Scroll label={SPANS.heading}>
        <table className={shared.table}>
          <thead>
            <tr>
              {[SPANS.span, SPANS.pings, SPANS.lost, SPANS.mean, SPANS.paper, SPANS.error].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {NAMES.map((name) => {
              const span = spans.find((one) => one.name === name);
              const mean = span ? pingMean(facts.series.pings, span.fromUs, span.toUs) : null;
              const printed = paper[name];
              return (
                <tr key={name}>
                  <th scope="row">{SPANS.names[name]}</th>
                  {mean === null ? (
                    <td colSpan={3}>{SPANS.ahead}</td>
                  ) : (
                    <>
                      <td>{formatCount(mean.answered)}</td>
                      <td>{formatCount(mean.lost)}</td>
                      <td>{formatMillis(mean.meanMs, 3)}</td>
                    </>
                  )}
                  <td>{printed === null ? CPU.dash : formatMillis(printed)}</td>
                  <td>
                    {mean === null || printed === null || !Number.isFinite(mean.meanMs)
                      ? CPU.dash
                      : `${formatSigned(100 * (mean.meanMs / printed - 1), 1)} %`}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}
