import { useEffect, useState } from 'react';
import { appStore } from '../../../../store/store.ts';
import { WORDS } from '../words.ts';
import type { Menu } from './Menu.tsx';
import type { MenuOpening } from './menu-context.ts';

let loaded: typeof Menu | null = null;

/** The menu comes when the first one is opened: whoever only watches does not wait for it. */
export function MenuLoader(props: { readonly opening: MenuOpening; readonly close: () => void }) {
  const [Loaded, setLoaded] = useState(() => loaded);
  const { close } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once an opening
  useEffect(() => {
    if (Loaded) return;
    import('./Menu.tsx').then(
      (module) => {
        loaded = module.Menu;
        setLoaded(() => module.Menu);
      },
      () => {
        appStore.setState({ notice: { kind: 'error', text: WORDS.menuMissing } });
        close();
      },
    );
  }, []);
  return Loaded ? <Loaded {...props} /> : null;
}
