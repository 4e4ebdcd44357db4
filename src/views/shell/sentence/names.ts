/** Names as a sentence has them. */

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 0-based number to the name people use. */
export function nodeName(node: number): string {
  return node >= 0 ? `node\u00a0${node + 1}` : '–';
}

const AND = '{first} and {second}';

/** "x0, x1 and x4" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  if (words.length < 2) return last;
  return AND.replace('{first}', words.slice(0, -1).join(', ')).replace('{second}', last);
}
