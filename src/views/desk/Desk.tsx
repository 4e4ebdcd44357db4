import { lazy, Suspense } from 'react';
import { appStore, useApp } from '../../store/store.ts';
import type { DeskPart } from '../../store/types.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { Segments } from '../shared/Segments.tsx';
import { useFocusReturn } from '../shared/use-focus-return.ts';
import { DESK } from './words.ts';

const PARTS = {
  keep: lazy(() => import('./keep/KeepPart.tsx')),
  export: lazy(() => import('./export/ExportPart.tsx')),
  import: lazy(() => import('./import/ImportPart.tsx')),
  embed: lazy(() => import('./embed/EmbedPart.tsx')),
} as const satisfies Record<DeskPart, unknown>;

const ORDER: readonly DeskPart[] = ['keep', 'export', 'import', 'embed'];

/** What is done with a run rather than in it: the same desk in every workspace. */
export default function Desk() {
  const part = useApp((state) => state.desk);
  const { openDesk, openPanel } = appStore.getState().actions;
  const Part = PARTS[part];
  useFocusReturn();
  return (
    <Dialog title={DESK.title} close={() => openPanel('none')} size={760} atTop>
      <Segments
        legend={DESK.parts}
        options={ORDER.map((value) => ({ value, label: DESK.names[value] }))}
        value={part}
        onChange={openDesk}
      />
      <Suspense fallback={<p>{DESK.loading}</p>}>
        <Part close={() => openPanel('none')} />
      </Suspense>
    </Dialog>
  );
}
