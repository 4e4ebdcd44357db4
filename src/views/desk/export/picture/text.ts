/** Small helpers of SVG text. */

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters have no place in XML at all. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
  );
}

/** Two digits are a hundredth of a pixel. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Installed fonts that come near the page's own, which a file cannot count on. */
export const FONTS = 'Inter, &quot;Helvetica Neue&quot;, Arial, &quot;Liberation Sans&quot;, sans-serif';

let ids = 0;

/** Names within one picture; each picture begins anew, so that the same picture is the same text. */
export function beginIds(): void {
  ids = 0;
}

export function nextId(kind: string): string {
  ids += 1;
  return `${kind}-${ids}`;
}
