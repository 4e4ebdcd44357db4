/** What the store itself says. Templates with slots, so that a language can be added. */
const MESSAGES = {
  'worker-stopped': 'The simulation’s worker stopped; it is being started again.',
  'worker-resumed': 'The simulation’s worker stopped; it was started again and resumed at {at} s.',
  'worker-failed':
    'The simulation’s worker stopped several times in a row ({reason}). Reload the page to try again; the address holds this run and moment.',
  'open-failed': 'The run cannot be opened: {problem}',
  'link-refused': 'The link’s run cannot be opened: {problem} The default scenario is shown instead.',
  'link-default': '{problem} The default scenario is shown instead.',
  'link-stays': '{problem} What was on screen stays.',
  'no-such-parameter': 'There is no parameter “{path}” in this scenario.',
  waiting: 'nothing stopped',
  command: '{what} at {at} s',
  changed: '{label} {value}',
  quantity: '{value}\u202f{unit}',
  'more-changes': '{count} more',
  and: '{first}, {second}',
} as const;

export function text(code: keyof typeof MESSAGES, slots: Record<string, string | number> = {}): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
