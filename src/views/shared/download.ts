/** Files the page gives to the person's own disk; nothing leaves the machine. */

/** The browser needs the address for a moment after the click. */
const KEPT_MS = 10_000;

export function saveText(text: string, name: string): void {
  const type = name.endsWith('.svg')
    ? 'image/svg+xml'
    : name.endsWith('.json')
      ? 'application/json'
      : 'text/plain';
  saveBlob(new Blob([text], { type: `${type};charset=utf-8` }), name);
}

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
