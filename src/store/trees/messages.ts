/** What the trees' store itself says. Templates with slots, so that a language can be added. */
const MESSAGES = {
  'worker-stopped': 'The trees’ worker stopped; it is being started again.',
  'worker-resumed': 'The trees’ worker stopped; it was started again and resumed at operation {operation}.',
  'worker-failed':
    'The trees’ worker stopped several times in a row ({reason}). Reload the page to try again; the address holds this lab and position.',
  'link-refused': '{problem} What was on screen stays.',
  'link-default': '{problem} The default lab is shown instead.',
  'no-typed': 'Nothing was typed yet that could be taken back.',
  'nothing-to-run': 'There is nothing to run; type for example: insert 5 9; find 3.',
  'not-ready': 'The trees’ worker is not ready yet; try again in a moment.',
} as const;

export function text(code: keyof typeof MESSAGES, slots: Record<string, string | number> = {}): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
