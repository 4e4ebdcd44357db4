import { Button } from '@mantine/core';
import { appStore } from '../../store/store.ts';

const WORDS = { embed: 'Embed or lock …' } as const;

/** From a link to more than a link: the desk's part for slides and courses. */
export function EmbedOffer({ close }: { close: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        close();
        appStore.getState().actions.openDesk('embed');
      }}
    >
      {WORDS.embed}
    </Button>
  );
}
