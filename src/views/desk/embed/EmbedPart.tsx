import { useEffect, useState } from 'react';
import {
  formatSearch,
  frameText,
  type PageWish,
  PLAIN,
  panelsOf,
  WHOLE,
  withoutMoment,
} from '../../../protocol/embed.ts';
import { format } from '../../../protocol/texts.ts';
import { appStore, useApp } from '../../../store/store.ts';
import { CopyField } from '../../shared/CopyField.tsx';
import styles from './embed.module.css';
import { Locks } from './Locks.tsx';
import { Options } from './Options.tsx';
import { Preview } from './Preview.tsx';
import type { FrameSize } from './size.ts';
import { EMBED } from './words.ts';

const FIRST_SIZE: FrameSize = { width: 640, height: 400 };

/** A panel alone, what is fixed, and the texts to paste: an iframe and a link. */
export default function EmbedPart(_: { close: () => void }) {
  const workspace = useApp((state) => state.workspace);
  const panels = panelsOf(workspace);
  const [wish, setWish] = useState<PageWish>(() => ({ ...PLAIN, panel: panels[0]?.name ?? WHOLE }));
  const [atStart, setAtStart] = useState(true);
  const [size, setSize] = useState(FIRST_SIZE);
  const hash = useHash();
  if (hash === null) return <p className={styles.about}>{EMBED.nothing}</p>;

  const search = formatSearch(wish);
  const address = `${location.origin}${location.pathname}${search}${atStart ? withoutMoment(hash) : hash}`;
  const panel = panels.find(({ name }) => name === wish.panel);
  const title = panel
    ? format(EMBED.frameTitle, { panel: panel.label, workspace: capital(workspace) })
    : EMBED.page;
  return (
    <div className={styles.part}>
      <p className={styles.about}>{EMBED.about}</p>
      <div className={styles.columns}>
        <Options
          panels={panels}
          wish={wish}
          change={(part) => setWish({ ...wish, ...part })}
          atStart={atStart}
          setAtStart={setAtStart}
          size={size}
          setSize={setSize}
        />
        <Locks chosen={wish.locks} choose={(locks) => setWish({ ...wish, locks })} />
      </div>
      {panel && (
        <>
          <Preview address={address} size={size} />
          <CopyField
            label={EMBED.frame}
            copy={EMBED.copyFrame}
            text={frameText({ address, title, ...size })}
            rows={4}
          />
          <p className={styles.note}>{EMBED.frameAbout}</p>
        </>
      )}
      <CopyField label={EMBED.link} copy={EMBED.copyLink} text={address} rows={2} />
    </div>
  );
}

/** The hash of what is on screen when the desk opens; null before anything is. */
function useHash(): string | null {
  const [hash, setHash] = useState<string | null>(location.hash === '' ? null : location.hash);
  useEffect(() => {
    appStore
      .getState()
      .actions.take()
      .then(
        (taken) => setHash(taken?.link ?? location.hash),
        () => setHash(location.hash),
      );
  }, []);
  return hash;
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
