/** How far the code is opened: cases, steps, every assignment. */
import { useEffect } from 'react';
import { treesStore, useTrees } from '../../../store/trees/store.ts';
import { Segments } from '../../shared/Segments.tsx';
import type { Detail } from './code-lines.ts';
import { rememberDetail, rememberedDetail } from './remembered-detail.ts';
import { CODE_WORDS } from './words.ts';

const LEVELS = ([0, 1, 2] as const).map((value: Detail) => ({ value, label: CODE_WORDS.level[value] }));

export function DetailChoice() {
  const detail = useTrees((state) => state.detail);
  useEffect(() => {
    const remembered = rememberedDetail();
    if (remembered !== null) treesStore.getState().actions.setDetail(remembered);
    return treesStore.subscribe((state, before) => {
      if (state.detail !== before.detail) rememberDetail(state.detail);
    });
  }, []);
  return (
    <Segments
      legend={CODE_WORDS.levels}
      options={LEVELS}
      value={detail}
      onChange={(level) => treesStore.getState().actions.setDetail(level)}
    />
  );
}
