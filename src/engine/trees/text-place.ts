/** "line 3, column 7" of a place in a text, both from 1, for messages. */
export function placeIn(text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    lineStart = end + 1;
  }
  return `line ${line}, column ${offset - lineStart + 1}`;
}

/** What a message quotes of a text that may be long. */
export function quoted(text: string): string {
  return text.length <= 30 ? `"${text}"` : `"${text.slice(0, 29)}…"`;
}
