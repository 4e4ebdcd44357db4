import { format } from '../../../protocol/texts.ts';
import { useTrees } from '../../../store/trees/store.ts';
import { HelpSheet } from '../../shared/HelpSheet.tsx';
import { HELP } from './help-text.ts';

export function HelpPanel({ close }: { close: () => void }) {
  const trees = useTrees((state) => state.catalogue?.trees ?? null);
  const described = (trees ?? []).map(({ name, description, source }) =>
    format(HELP.tree, { name, description, source }),
  );
  const sections = [...HELP.sections, { title: HELP.treesTitle, lines: described }, HELP.honest];
  return (
    <HelpSheet
      title={HELP.title}
      keysTitle={HELP.keysTitle}
      keys={HELP.keys}
      sections={sections}
      close={close}
    />
  );
}
