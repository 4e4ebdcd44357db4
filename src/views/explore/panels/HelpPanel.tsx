import { HelpSheet } from '../../shared/HelpSheet.tsx';
import { HELP } from './help-text.ts';

export function HelpPanel({ close }: { close: () => void }) {
  return (
    <HelpSheet
      title={HELP.title}
      keysTitle={HELP.keysTitle}
      keys={HELP.keys}
      sections={HELP.sections}
      close={close}
    />
  );
}
