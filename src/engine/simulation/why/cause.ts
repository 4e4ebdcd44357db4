import type { Micros, Millis } from '../../../base/units.ts';

/** One cause in a chain, nearest to the effect first. */
export interface Cause {
  /** message code with its slots; words are made from it in protocol/texts */
  code: string;
  slots: Record<string, string | number>;
  /** moment to jump to, or null */
  atUs: Micros | null;
  /** milliseconds this cause adds to the effect, or null */
  addsMs: Millis | null;
  /** rule with operands, e.g. "inner 14 ≥ sibling 12", or "" */
  rule: string;
  /** paper, table, source line */
  source: string;
}

interface Extra {
  atUs?: Micros | null;
  addsMs?: Millis;
  rule?: string;
  source?: string;
}

export function cause(code: string, slots: Cause['slots'], extra: Extra = {}): Cause {
  return {
    code,
    slots,
    atUs: extra.atUs ?? null,
    addsMs: extra.addsMs ?? null,
    rule: extra.rule ?? '',
    source: extra.source ?? '',
  };
}
