/**
 * This project's CSV (public/page-traces/README.md): `window,page,reads,writes`, one page reference a row. Pages are
 * numbered anew by first touch, which changes nothing in a file that keeps to the form.
 */
import { behindComma, type CreateForm, Digits, TOO_MANY_PAGES } from './form.ts';

const WRONG = 'is no row; a row is window,page,reads,writes in whole numbers';
/** a whole number below 2⁵³ */
const MOST_DIGITS = 15;
const SMALL_W = 119;

export const csvForm: CreateForm = (rows) => {
  const digits = new Digits();
  return {
    line(bytes, from, to, number) {
      // A first line with the columns' names is no row.
      if (number === 1 && ((bytes[from] as number) | 32) === SMALL_W) return null;
      let at = from;
      let page = 0;
      let writes = 0;
      for (let field = 0; field < 4; field += 1) {
        if (!digits.decimal(bytes, at, to, MOST_DIGITS)) return WRONG;
        if (field === 1) page = digits.value;
        if (field === 3) writes = digits.value;
        if (field === 3) break;
        at = behindComma(bytes, digits.end, to);
        if (at < 0) return WRONG;
      }
      if (digits.end !== to) return WRONG;
      const known = rows.numberOf(page);
      if (known < 0) return TOO_MANY_PAGES;
      rows.add(known, writes > 0);
      return null;
    },
    finish: () => {},
  };
};
