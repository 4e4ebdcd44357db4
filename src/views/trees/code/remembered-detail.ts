/** The detail of the code a person chose last, kept in the browser. Where it keeps nothing, nothing is remembered. */
import type { Detail } from './code-lines.ts';

const PLACE = 'migrascope.trees.detail';

export function rememberedDetail(): Detail | null {
  try {
    const kept = window.localStorage.getItem(PLACE);
    return kept === '0' ? 0 : kept === '1' ? 1 : kept === '2' ? 2 : null;
  } catch {
    return null; // storage is switched off
  }
}

export function rememberDetail(detail: Detail): void {
  try {
    window.localStorage.setItem(PLACE, String(detail));
  } catch {
    // storage is full or switched off: the choice holds for this visit
  }
}
