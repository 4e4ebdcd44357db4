/** What things are called until somebody names them. */

/** Three differences say what a run is; more would be a list. */
const NAMED = 3;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Stop of node 1 at 18 s, Paper’s script, 2 more" */
export function joinedName(parts: readonly string[], more: string): string {
  const named = parts.slice(0, NAMED + 1);
  const left = parts.length - named.length;
  return capital([...named, ...(left > 0 ? [more.replace('{count}', String(left))] : [])].join(', '));
}
