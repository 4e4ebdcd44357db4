/** What a message for people may not be. */

const LONGEST = 300;

/** @returns what is wrong with a sentence, '' if it is clear */
export function unclear(sentence: string): string {
  if (sentence.length > LONGEST) return `it has ${sentence.length} letters`;
  if (!/^\S.*\.$/s.test(sentence)) return 'it is no sentence that ends with a full stop';
  if (/undefined|\[object|\bat \S+:\d+|Error\b|Unexpected token|=>|function\b|\bMaximum call/.test(sentence))
    return 'it speaks of the program’s inside';
  return '';
}
