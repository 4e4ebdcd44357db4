/**
 * What `valgrind --tool=lackey --trace-mem=yes` prints:
 *
 *     I  04001000,3        an instruction was fetched
 *      L 1ffefff7e0,8      so many bytes were loaded from this address (hexadecimal)
 *      S 1ffefff7d8,8      stored
 *      M 0421c7b4,4        loaded and stored
 *     ==4242== …           Valgrind's own words, left out without a complaint
 *
 * The rule of public/page-traces: addresses are folded to pages of 4 KiB, an access over an edge touches both pages; in
 * a window of 20 000 instructions a page counts once, where it was touched first, and it writes if it was stored to in
 * that window. Fetches are no accesses. A recording without instructions has windows of 20 000 accesses.
 */
import { behindComma, type CreateForm, Digits, isBlank, TOO_MANY_PAGES } from './form.ts';

const WINDOW = 20_000;
/** hexadecimal digits of a place inside a page of 4 KiB */
const PLACE_DIGITS = 3;
const PAGE_BYTES = 4096;
/** 64 bits */
const ADDRESS_DIGITS = 16;
/** larger accesses are none: the largest registers hold far less */
const MOST_BYTES = 65_536;

const EQUALS = 61;
const [FETCH, LOAD, STORE, MODIFY] = [73, 76, 83, 77];

const WRONG = 'is no access; one reads like " L 1ffefff7e0,8" with I, L, S or M in front';
const WRONG_SIZE = `has no possible size; an access touches 1 to ${MOST_BYTES} bytes`;

export const lackeyForm: CreateForm = (rows) => {
  const digits = new Digits();
  /** by page number: the window it was touched in last, and whether that window stored to it */
  let touchedIn = new Int32Array(1024);
  let stored = new Uint8Array(1024);
  let order = new Int32Array(1024);
  let touched = 0;
  let window = 1;
  let steps = 0;
  let hasInstructions = false;

  const closeWindow = () => {
    for (let i = 0; i < touched; i += 1) {
      const page = order[i] as number;
      if (!rows.add(page, stored[page] === 1)) break;
    }
    touched = 0;
    steps = 0;
    window += 1;
  };
  const step = () => {
    steps += 1;
    if (steps === WINDOW) closeWindow();
  };
  const touch = (page: number, stores: boolean): boolean => {
    const number = rows.numberOf(page);
    if (number < 0) return false;
    if (number >= touchedIn.length) {
      touchedIn = longer(touchedIn, new Int32Array(touchedIn.length * 2));
      stored = longer(stored, new Uint8Array(stored.length * 2));
      order = longer(order, new Int32Array(order.length * 2));
    }
    if (touchedIn[number] !== window) {
      touchedIn[number] = window;
      stored[number] = 0;
      order[touched] = number;
      touched += 1;
    }
    if (stores) stored[number] = 1;
    return true;
  };

  return {
    line(bytes, start, to) {
      let from = start;
      while (from < to && isBlank(bytes[from] as number)) from += 1;
      const mark = bytes[from] as number;
      if (mark === EQUALS || (mark === 45 && bytes[from + 1] === 45)) return null;
      if (mark !== FETCH && mark !== LOAD && mark !== STORE && mark !== MODIFY) return WRONG;
      let at = from + 1;
      if (at >= to || !isBlank(bytes[at] as number)) return WRONG;
      while (at < to && isBlank(bytes[at] as number)) at += 1;
      const address = at;
      if (!digits.hexadecimal(bytes, address, to, ADDRESS_DIGITS)) return WRONG;
      const end = digits.end;
      const split = Math.max(address, end - PLACE_DIGITS);
      at = behindComma(bytes, end, to);
      if (at < 0 || !digits.decimal(bytes, at, to, 6) || digits.end !== to) return WRONG;
      const size = digits.value;
      if (size < 1 || size > MOST_BYTES) return WRONG_SIZE;
      if (mark === FETCH) {
        if (!hasInstructions) {
          hasInstructions = true;
          steps = 0;
        }
        step();
        return null;
      }
      // The page by the digits in front of the place, so that 64 bits lose nothing.
      digits.hexadecimal(bytes, address, split, ADDRESS_DIGITS);
      const page = split > address ? digits.value : 0;
      digits.hexadecimal(bytes, split, end, PLACE_DIGITS);
      const last = page + Math.floor((digits.value + size - 1) / PAGE_BYTES);
      const stores = mark !== LOAD;
      for (let touchedPage = page; touchedPage <= last; touchedPage += 1)
        if (!touch(touchedPage, stores)) return TOO_MANY_PAGES;
      if (!hasInstructions) step();
      return null;
    },
    finish: closeWindow,
  };
};

function longer<A extends Int32Array | Uint8Array>(old: A, fresh: A): A {
  fresh.set(old);
  return fresh;
}
