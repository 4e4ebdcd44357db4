/** The table's rows: both sides as far as they were seen, and what B has more than A once both are over. */
import { formatCount, formatMB, formatNumber, formatSigned } from '../../shared/format.ts';
import { spanText } from '../span-text.ts';
import type { Totals } from './totals.ts';
import { AGAINST, WORDS } from './words.ts';

export interface AgainstRow {
  readonly label: string;
  readonly values: readonly string[];
  /** null while a side is running, or with one side alone */
  readonly difference: string | null;
}

type Figure = (totals: Totals) => number | null;

const FIGURES: readonly {
  readonly label: string;
  readonly of: Figure;
  readonly text: (value: number) => string;
  readonly signed: (value: number) => string;
  /** worth nothing while it is still growing */
  readonly atEnd?: true;
}[] = [
  { label: AGAINST.total, of: ({ totalMs }) => totalMs, text: spanText, signed: signedSpan, atEnd: true },
  { label: AGAINST.downtime, of: ({ downtimeMs }) => downtimeMs, text: spanText, signed: signedSpan },
  {
    label: AGAINST.bytes,
    of: ({ bytesSent }) => bytesSent,
    text: (bytes) => formatMB(bytes, 1),
    signed: (bytes) => withSign(bytes, formatMB(Math.abs(bytes), 1)),
  },
  {
    label: AGAINST.again,
    of: ({ sentAgain }) => sentAgain,
    text: formatCount,
    signed: (pages) => formatSigned(pages),
  },
  { label: AGAINST.lost, of: ({ lostMs }) => lostMs, text: spanText, signed: signedSpan },
];

export function againstRows(sides: readonly Totals[]): AgainstRow[] {
  const over = sides.every((totals) => totals.over);
  return FIGURES.map(({ label, of, text, signed, atEnd }) => {
    const values = sides.map((totals) => {
      if (atEnd === true && !totals.over) return WORDS.running;
      const value = of(totals);
      return value === null ? WORDS.none : text(value);
    });
    const [a, b] = sides.map(of);
    const known = over && a !== undefined && b !== undefined && a !== null && b !== null;
    return { label, values, difference: known ? signed(b - a) : null };
  });
}

function signedSpan(ms: number): string {
  return withSign(ms, spanText(Math.abs(ms)));
}

/** "+12.3 ms", "−4.0 MB", "±0 ms" */
function withSign(value: number, text: string): string {
  if (!/[1-9]/.test(text)) return `±${text}`;
  return `${value < 0 ? formatNumber(-1).slice(0, 1) : '+'}${text}`;
}
