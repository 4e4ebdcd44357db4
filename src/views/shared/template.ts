/**
 * Templates of sentences on screen. `{slot}` is a live text, `{slot:role}` one in the colour its thing has in the
 * picture, `[key|words]` a technical term that opens its definition, `{slot@path}` a parameter of the run that can be
 * changed where it stands.
 */
export type Role = 'plain' | 'strong' | 'arrived' | 'written' | 'held' | 'demand' | 'failure' | 'heartbeat';

export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'slot'; slot: string; role: Role }
  | { kind: 'scrub'; slot: string; path: string }
  | { kind: 'term'; term: string; text: string };

const PART = /\{(\w+)(?::(\w+)|@([\w.]+))?\}|\[([^|\]]+)\|([^\]]+)\]/g;

export function parseTemplate(template: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of template.matchAll(PART)) {
    if (match.index > end) tokens.push({ kind: 'text', text: template.slice(end, match.index) });
    const [whole, slot, role, path, term, text] = match;
    if (slot !== undefined && path !== undefined) tokens.push({ kind: 'scrub', slot, path });
    else if (slot !== undefined) tokens.push({ kind: 'slot', slot, role: (role ?? 'plain') as Role });
    else if (term !== undefined && text !== undefined) tokens.push({ kind: 'term', term, text });
    end = match.index + whole.length;
  }
  if (end < template.length) tokens.push({ kind: 'text', text: template.slice(end) });
  return tokens;
}

/** The sentence as one plain text, for a screen reader and for tests. */
export function plainText(template: string, slots: Readonly<Record<string, string>>): string {
  return parseTemplate(template)
    .map((token) =>
      token.kind === 'slot' || token.kind === 'scrub' ? (slots[token.slot] ?? '–') : token.text,
    )
    .join('');
}
