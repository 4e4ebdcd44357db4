/** The shape each mode has. */
import type { Shape } from '../../../layout/evidence/shapes.ts';
import type { Mode } from '../../../store/evidence/errors.ts';

export const MODES: readonly Mode[] = ['precopy', 'autoconverge', 'postcopy', 'xbzrle'];

export const SHAPE_OF: Readonly<Record<Mode, Shape>> = {
  precopy: 'circle',
  autoconverge: 'square',
  postcopy: 'triangle',
  xbzrle: 'diamond',
};
