/** The start shape of a lab as its text says it, and back. */
export const NAMED_STARTS = ['empty', 'balanced', 'chain', 'random'] as const;

export type NamedStart = (typeof NAMED_STARTS)[number];

export type StartShape =
  | { readonly kind: 'empty' }
  | { readonly kind: Exclude<NamedStart, 'empty'>; readonly keys: number }
  /** a shape of one's own, as text */
  | { readonly kind: 'own'; readonly text: string };

export function readStart(start: string): StartShape {
  const trimmed = start.trim();
  if (trimmed === 'empty') return { kind: 'empty' };
  const [, kind, keys] = /^(balanced|chain|random):(\d+)$/.exec(trimmed) ?? [];
  if (kind === 'balanced' || kind === 'chain' || kind === 'random') return { kind, keys: Number(keys) };
  return { kind: 'own', text: start };
}

export function startText(shape: StartShape): string {
  if (shape.kind === 'own') return shape.text;
  return shape.kind === 'empty' ? 'empty' : `${shape.kind}:${shape.keys}`;
}
