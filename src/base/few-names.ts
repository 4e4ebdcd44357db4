/** A sentence that lists more letters than this is read by nobody. */
const LISTED = 160;

/** All of a short list; of a long one those most like what was found, and how many more there are. */
export function fewNames(names: readonly string[], found: string): string {
  if (names.join(', ').length <= LISTED) return names.join(', ');
  const near = [...names].sort((a, b) => likeness(b, found) - likeness(a, found));
  const listed: string[] = [];
  for (const name of near) {
    if ([...listed, name].join(', ').length > LISTED / 2) break;
    listed.push(name);
  }
  return `${listed.join(', ')} and ${names.length - listed.length} more`;
}

/** how many pairs of neighbouring letters of one text the other has, too */
function likeness(a: string, b: string): number {
  const other = b.toLowerCase();
  let shared = 0;
  for (let i = 0; i + 1 < a.length; i += 1) if (other.includes(a.slice(i, i + 2).toLowerCase())) shared += 1;
  return shared;
}
