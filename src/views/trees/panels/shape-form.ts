/** In which of its forms a shape is written; the same signs tell as in the engine's reader. */
export type ShapeForm = 'brackets' | 'preorder' | 'json' | 'named';

export function shapeForm(text: string): ShapeForm {
  const trimmed = text.trim();
  if (trimmed.startsWith('(') || trimmed === '-') return 'brackets';
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return 'json';
  return /^[a-z]/i.test(trimmed) ? 'named' : 'preorder';
}

/** Texts to begin with; each is a good tree. */
export const SHAPE_EXAMPLES = [
  { name: 'bracket text', text: '((1 2 3) 4 (- 5 (6 7 8)))' },
  { name: 'with counts', text: '((1:2 2:5 -) 4:9 (- 5:1 9:3))' },
  { name: 'preorder', text: '50 25 12 37 75 62 87' },
  { name: 'zig-zag chain', text: '(1 (((2 (((3 (((4 (5 -) -) 16) -) 17) -) 18) -) 19) -) 20)' },
] as const;
