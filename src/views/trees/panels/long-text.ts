/** A field with megabytes of text would stop the page: it shows the beginning, and everything is kept beside it. */
const SHOWN = 20_000;

export function beginningOf(text: string): string {
  return text.length > SHOWN ? text.slice(0, SHOWN) : text;
}
