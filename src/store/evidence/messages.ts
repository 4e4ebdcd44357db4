/** What the Evidence page's store itself says. Templates with slots, so that a language can be added. */
const MESSAGES = {
  'worker-stopped':
    'The simulation’s worker stopped; it is being started again, and what was under way begins anew.',
  'worker-failed':
    'The simulation’s worker stopped several times in a row ({reason}). Reload the page to try again.',
  'link-refused': '{problem} The page is shown from its beginning instead.',
  'not-ready': 'The simulation’s worker is not ready yet; try again in a moment.',
  'log-refused': '{name}: {problem}',
  'log-kept': '{name}: {problem} The log of before stays.',
} as const;

export function text(code: keyof typeof MESSAGES, slots: Record<string, string | number> = {}): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
