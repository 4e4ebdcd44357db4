/** What opens over the workspace: one at a time, each closed by Esc, its button or a click beside it. */
import { useExplore } from '../../store/explore/store.ts';
import { useFocusReturn } from '../shared/use-focus-return.ts';
import { HelpPanel } from './panels/HelpPanel.tsx';
import { SetupPanel } from './panels/SetupPanel.tsx';
import { SharePanel } from './panels/SharePanel.tsx';

export default function Panels() {
  const panel = useExplore((state) => state.panel);
  const openPanel = useExplore((state) => state.actions.openPanel);
  const close = () => openPanel('none');
  useFocusReturn();
  switch (panel) {
    case 'setup':
      return <SetupPanel close={close} />;
    case 'share':
      return <SharePanel close={close} />;
    case 'help':
      return <HelpPanel close={close} />;
    default:
      return null;
  }
}
