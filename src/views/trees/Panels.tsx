/** What opens over the workspace: one at a time, each closed by Esc, its button or a click beside it. */
import { type ComponentType, lazy, Suspense } from 'react';
import { useTrees } from '../../store/trees/store.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { useFocusReturn } from '../shared/use-focus-return.ts';
import { ExportPanel, type PictureSource } from './panels/ExportPanel.tsx';
import { HelpPanel } from './panels/HelpPanel.tsx';
import { LabPanel } from './panels/LabPanel.tsx';
import { ShapePanel } from './panels/ShapePanel.tsx';
import { SharePanel } from './panels/SharePanel.tsx';
import { WORDS } from './words.ts';

// Until both are there.
const there = import.meta.glob(['./race/FiguresPanel.tsx', './stage/export-picture.ts']);
const FiguresPanel = lazy(async () => {
  const module = (await there['./race/FiguresPanel.tsx']?.()) as Record<string, ComponentType> | undefined;
  return { default: module?.FiguresPanel ?? (() => null) };
});

/** The stage's own picture comes with it only when somebody wants it. */
async function loadPicture(): Promise<PictureSource> {
  const module = (await there['./stage/export-picture.ts']?.()) as {
    treeSvgText(): string;
    treePng(scale: number): Promise<Blob>;
  };
  return { svg: module.treeSvgText, png: module.treePng };
}

export default function Panels() {
  const panel = useTrees((state) => state.panel);
  const openPanel = useTrees((state) => state.actions.openPanel);
  const close = () => openPanel('none');
  useFocusReturn();
  switch (panel) {
    case 'lab':
      return <LabPanel close={close} />;
    case 'shape':
      return <ShapePanel close={close} />;
    case 'export':
      return <ExportPanel close={close} loadPicture={loadPicture} />;
    case 'share':
      return <SharePanel close={close} />;
    case 'help':
      return <HelpPanel close={close} />;
    case 'figures':
      return (
        <Dialog title={WORDS.figures} close={close} size={1000}>
          <Suspense>
            <FiguresPanel />
          </Suspense>
        </Dialog>
      );
    default:
      return null;
  }
}
