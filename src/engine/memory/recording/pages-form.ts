/**
 * A plain list of page numbers, decimal or hexadecimal with 0x, divided by lines, spaces, commas or semicolons. Each is
 * one reference; nothing says whether it wrote, so each counts as a write. A line that begins with # is a remark.
 */
import { type CreateForm, Digits, isBlank, TOO_MANY_PAGES } from './form.ts';

const [HASH, ZERO, SMALL_X, COMMA, SEMICOLON] = [35, 48, 120, 44, 59];
const WRONG = 'holds what is no page number; write whole numbers, decimal or as 0x1f';
/** whole numbers below 2⁵³ */
const DECIMAL_DIGITS = 15;
const HEX_DIGITS = 13;

const divides = (byte: number): boolean => isBlank(byte) || byte === COMMA || byte === SEMICOLON;

export const pagesForm: CreateForm = (rows) => {
  const digits = new Digits();
  return {
    line(bytes, from, to) {
      if (bytes[from] === HASH) return null;
      let problem: string | null = null;
      let at = from;
      while (at < to) {
        if (divides(bytes[at] as number)) {
          at += 1;
          continue;
        }
        const isHex = bytes[at] === ZERO && ((bytes[at + 1] as number) | 32) === SMALL_X && at + 1 < to;
        const fine = isHex
          ? digits.hexadecimal(bytes, at + 2, to, HEX_DIGITS)
          : digits.decimal(bytes, at, to, DECIMAL_DIGITS);
        at = digits.end;
        if (!fine || (at < to && !divides(bytes[at] as number))) {
          problem = WRONG;
          while (at < to && !divides(bytes[at] as number)) at += 1;
          continue;
        }
        const number = rows.numberOf(digits.value);
        if (number < 0) return TOO_MANY_PAGES;
        rows.add(number, true);
      }
      return problem;
    },
    finish: () => {},
  };
};
