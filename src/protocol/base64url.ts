/** ASCII text as base64url (RFC 4648 section 5, no padding), without the browser: the command line links too. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function toBase64Url(ascii: string): string {
  let coded = '';
  for (let i = 0; i < ascii.length; i += 3) {
    const [a, b, c] = [ascii.charCodeAt(i), ascii.charCodeAt(i + 1), ascii.charCodeAt(i + 2)];
    const bits = (a << 16) | ((b || 0) << 8) | (c || 0);
    const letters = Number.isNaN(b) ? 2 : Number.isNaN(c) ? 3 : 4;
    for (let n = 0; n < letters; n++) coded += ALPHABET.charAt((bits >> (18 - 6 * n)) & 63);
  }
  return coded;
}

/** null where the text is not base64url. */
export function fromBase64Url(coded: string): string | null {
  if (coded.length % 4 === 1) return null;
  let text = '';
  let bits = 0;
  let held = 0;
  for (const letter of coded) {
    const six = ALPHABET.indexOf(letter);
    if (six < 0) return null;
    bits = ((bits << 6) | six) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      text += String.fromCharCode((bits >> held) & 0xff);
    }
  }
  return text;
}
