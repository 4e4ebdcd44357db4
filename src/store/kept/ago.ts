/** How long ago something was, as people say it. */
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const WORDS = {
  now: 'just now',
  minute: '1 minute ago',
  minutes: '{count} minutes ago',
  hour: '1 hour ago',
  hours: '{count} hours ago',
  day: 'yesterday',
  days: '{count} days ago',
  month: '1 month ago',
  months: '{count} months ago',
} as const;

/** From the coarsest that fits; clocks that were set back tell "just now". */
const STEPS = [
  { ms: 30 * DAY_MS, one: 'month', many: 'months' },
  { ms: DAY_MS, one: 'day', many: 'days' },
  { ms: HOUR_MS, one: 'hour', many: 'hours' },
  { ms: MINUTE_MS, one: 'minute', many: 'minutes' },
] as const;

/** @param thenMs and @param nowMs wall time, ms since 1970 */
export function ago(thenMs: number, nowMs: number): string {
  const passed = nowMs - thenMs;
  const step = STEPS.find(({ ms }) => passed >= ms);
  if (!step) return WORDS.now;
  const count = Math.floor(passed / step.ms);
  return count === 1 ? WORDS[step.one] : WORDS[step.many].replace('{count}', String(count));
}
