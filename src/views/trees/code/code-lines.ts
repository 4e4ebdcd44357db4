/** A kind's pseudocode as it is shown: which lines, which of them is at work, what stands beside them. */
import type { CodeLine } from '../../../protocol/trees/model.ts';
import type { StepView } from '../../../protocol/trees/moment.ts';
import { plainText } from '../../shared/template.ts';
import { BESIDE } from './words.ts';

export type Detail = CodeLine['level'];

/** Place of the line a step is shown at: its own, or the nearest shown one above it; −1 = none. */
export function shownLine(code: readonly CodeLine[], line: number, detail: Detail): number {
  for (let i = Math.min(line, code.length - 1); i >= 0; i -= 1) {
    if ((code[i]?.level ?? 0) <= detail) return i;
  }
  return -1;
}

/** Whether a line is done by the same step as the line at work: neighbours that share its tag. */
export function sharesStep(code: readonly CodeLine[], index: number, line: number): boolean {
  const tag = code[line]?.tag ?? null;
  if (tag === null || line < 0) return false;
  const [from, to] = index < line ? [index, line] : [line, index];
  for (let i = from; i <= to; i += 1) if (code[i]?.tag !== tag) return false;
  return true;
}

/** Name of the function a line stands in: "semiSplay(node)" → "Semi splay". */
export function sectionName(code: readonly CodeLine[], line: number): string | null {
  for (let i = line; i >= 0; i -= 1) {
    const { indent, text } = code[i] ?? { indent: 1, text: '' };
    if (indent > 0) continue;
    const name = text.replace(/\(.*/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return name.charAt(0).toUpperCase() + name.slice(1);
  }
  return null;
}

/** What the step's numbers make of single lines, as a debugger shows values beside the code. */
export function besideLines(
  code: readonly CodeLine[],
  step: StepView,
  asked: number,
): ReadonlyMap<number, string> {
  const beside = new Map<number, string>();
  const put = (tag: string, starts: string, text: string) => {
    const line = code.findIndex((one) => one.tag === tag && one.text.startsWith(starts));
    if (line >= 0) beside.set(line, text);
  };
  if (step.kind === 'compare' && step.outcome !== null)
    put('compare', '', plainText(BESIDE[step.outcome], { asked: String(asked), at: String(step.key) }));
  const counts = step.weighing?.counts;
  if (counts) {
    const { inner, outer, sibling } = counts;
    put('weigh', 'outer', plainText(BESIDE.value, { value: String(outer) }));
    put('weigh', 'inner', plainText(BESIDE.value, { value: String(inner) }));
    put('weigh', 'sibling', plainText(BESIDE.value, { value: String(sibling) }));
    const sides = { inner: String(inner), outer: String(outer), sibling: String(sibling) };
    put('zig-zag', '', plainText(inner >= sibling ? BESIDE.innerWins : BESIDE.innerLoses, sides));
    if (inner < sibling)
      put('zig', '', plainText(outer > sibling ? BESIDE.outerWins : BESIDE.outerLoses, sides));
  }
  return beside;
}
