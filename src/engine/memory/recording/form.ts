/** A way in which recordings are written, read line by line. */
import type { Rows } from './rows.ts';

export type TraceFormName = 'csv' | 'lackey' | 'pages';

export interface TraceForm {
  /**
   * Reads bytes from … to − 1 as one line, spaces at its end cut off; never called for an empty one.
   * @param number of the line, from 1
   * @returns what is wrong with it, as the end of a sentence, else null
   */
  line(bytes: Uint8Array, from: number, to: number, number: number): string | null;
  /** what was gathered and not yet given to the rows */
  finish(): void;
}

export type CreateForm = (rows: Rows) => TraceForm;

export const TOO_MANY_PAGES = 'is about one page too many; a trace may have 1,048,576 pages';

const COMMA = 44;
const SPACE = 32;
const TAB = 9;
const ZERO = 48;

export const isBlank = (byte: number): boolean => byte === SPACE || byte === TAB;

/** Where a number ends and what it is; shared by the forms, so that no line makes an object. */
export class Digits {
  value = 0;
  /** behind the last digit */
  end = 0;

  /** @returns false where no digit stands or there are more than `most` of them */
  decimal(bytes: Uint8Array, from: number, to: number, most: number): boolean {
    let value = 0;
    let at = from;
    for (; at < to; at += 1) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.value = value;
    this.end = at;
    return at > from && at - from <= most;
  }

  /** the same to the base 16 */
  hexadecimal(bytes: Uint8Array, from: number, to: number, most: number): boolean {
    let value = 0;
    let at = from;
    for (; at < to; at += 1) {
      const digit = hexDigit(bytes[at] as number);
      if (digit < 0) break;
      value = value * 16 + digit;
    }
    this.value = value;
    this.end = at;
    return at > from && at - from <= most;
  }
}

/** −1 for what is none */
function hexDigit(byte: number): number {
  if (byte >= ZERO && byte <= 57) return byte - ZERO;
  const small = byte | 32;
  return small >= 97 && small <= 102 ? small - 87 : -1;
}

/** Behind a comma with spaces around it, −1 where there is none. */
export function behindComma(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(bytes[at] as number)) at += 1;
  if (at === to || bytes[at] !== COMMA) return -1;
  at += 1;
  while (at < to && isBlank(bytes[at] as number)) at += 1;
  return at;
}
