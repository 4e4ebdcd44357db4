/** What the Migration workspace's store itself says. Templates with slots, so that a language can be added. */
const MESSAGES = {
  'worker-stopped': 'The migration worker stopped; it is being started again.',
  'worker-lost':
    'The migration worker stopped before this was ready; what was on screen stays, so try it again.',
  'worker-resumed': 'The migration worker stopped; it was started again and resumed at {ms} ms.',
  'worker-failed':
    'The migration worker stopped several times in a row ({reason}). Reload the page to try again; the address holds this migration and moment.',
  'link-refused': '{problem} What was on screen stays.',
  'link-default': '{problem} The default migration is shown instead.',
  'not-ready': 'The migration worker is not ready yet; try again in a moment.',
  'all-over': 'Nothing moves any more at this moment; go back to one at which a migration is under way.',
  'link-is-up': 'The link is up at this moment; break it first, or go to a moment at which it is down.',
  'no-such-fault': 'There is no such fault to take back.',
  'nothing-to-undo': 'Nothing was changed yet that could be undone.',
  'no-side-b': 'There is no side B to swap with; choose a strategy for it first.',
  'no-such-setting': 'There is no setting "{path}".',
} as const;

export function text(code: keyof typeof MESSAGES, slots: Record<string, string | number> = {}): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
