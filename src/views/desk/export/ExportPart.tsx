import { useEffect, useMemo, useState } from 'react';
import { appStore } from '../../../store/store.ts';
import type { Taken } from '../../../store/taken.ts';
import { plainText } from '../../shared/template.ts';
import styles from './ExportPart.module.css';
import { FilmSection } from './FilmSection.tsx';
import { picturesOnScreen } from './on-screen.ts';
import { PictureSection } from './PictureSection.tsx';
import { RunSection } from './RunSection.tsx';
import { SeriesSection } from './SeriesSection.tsx';
import { TextSection } from './TextSection.tsx';
import { WORDS } from './words.ts';

/** What can be had of what is on screen: pictures, series, the run itself, texts, an animation. */
export default function ExportPart(_: { close: () => void }) {
  const taken = useTaken();
  const pictures = useMemo(() => (taken == null ? [] : picturesOnScreen(taken)), [taken]);
  const [chosen, choose] = useState('');
  if (taken === undefined) return <p className={styles.lead}>{WORDS.reading}</p>;
  if (taken === null) return <p className={styles.lead}>{WORDS.nothing}</p>;
  const picture = pictures.find(({ id }) => id === chosen) ?? pictures[0] ?? null;
  const moment = taken.moment === undefined ? '' : `, ${taken.moment}`;
  return (
    <div className={styles.part}>
      <p className={styles.lead}>{plainText(WORDS.reached, { name: taken.name, moment })}</p>
      <PictureSection taken={taken} pictures={pictures} picture={picture} choose={choose} />
      <SeriesSection taken={taken} />
      <RunSection taken={taken} />
      {taken.texts.length > 0 && <TextSection taken={taken} />}
      {picture !== null && <FilmSection taken={taken} picture={picture} />}
    </div>
  );
}

/** What is on screen when the desk opens; undefined until that is known. */
function useTaken(): Taken | null | undefined {
  const [taken, setTaken] = useState<Taken | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    const tell = (one: Taken | null) => {
      if (!gone) setTaken(one);
    };
    appStore
      .getState()
      .actions.take()
      .then(tell, () => tell(null));
    return () => {
      gone = true;
    };
  }, []);
  return taken;
}
