/** What the Explore workspace's store itself says. Templates with slots, so that a language can be added. */
const MESSAGES = {
  'worker-stopped': 'One of the workers stopped; another one has taken over what it was at.',
  'worker-failed':
    'The workers stopped {deaths} times in a row ({reason}). What is there stays; go on, or reload the page.',
  'link-default': '{problem} The first ready-made sweep is shown instead.',
  'link-refused': '{problem} The sweep on screen stays.',
  around: '{name}: {parameter}',
  'as-it-is': 'As it is',
  unreadable: 'This is no sweep that can be read here; set one up, or open a ready-made one.',
  'not-ready': 'The workers are not ready yet; try again in a moment.',
} as const;

export function text(code: keyof typeof MESSAGES, slots: Record<string, string | number> = {}): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
