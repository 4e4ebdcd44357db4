/**
 * Names of page traces. Those that come with the app have plain ones; an imported one is called after its file and what
 * it holds, e.g. "sort-run~1f00ba4c9d2e", so that a link means the very same rows wherever it is opened.
 */
const IMPORTED = /^([\w.-]{1,40})~([0-9a-f]{12})$/;

export function isImportedTrace(name: string): boolean {
  return IMPORTED.test(name);
}

/** As people read it: "sort-run (imported, 1f00ba)"; other names as they are. */
export function traceLabel(name: string): string {
  const [, stem, fingerprint] = IMPORTED.exec(name) ?? [];
  return stem === undefined || fingerprint === undefined
    ? name
    : `${stem} (imported, ${fingerprint.slice(0, 6)})`;
}
