/** What opens over the workspace: one at a time, each closed by Esc, its button or a click beside it. */
import { useTrees } from '../../store/trees/store.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { useFocusReturn } from '../shared/use-focus-return.ts';
import { ExportPanel, type PictureSource } from './panels/ExportPanel.tsx';
import { HelpPanel } from './panels/HelpPanel.tsx';
import { LabPanel } from './panels/LabPanel.tsx';
import { ShapePanel } from './panels/ShapePanel.tsx';
import { SharePanel } from './panels/SharePanel.tsx';
import { FiguresPanel } from './race/FiguresPanel.tsx';
import { WORDS } from './words.ts';

/** The stage's own picture comes with it only when somebody wants it. */
async function loadPicture(): Promise<PictureSource> {
  const { treeSvgText, treePng } = await import('./stage/export-picture.ts');
  return { svg: treeSvgText, png: treePng };
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
          <FiguresPanel />
        </Dialog>
      );
    default:
      return null;
  }
}
