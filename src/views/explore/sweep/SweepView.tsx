import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { cellAt } from '../../../layout/explore/cells.ts';
import type { Spread } from '../../../layout/explore/line-frame.ts';
import { useExplore } from '../../../store/explore/store.ts';
import { Segments } from '../../shared/Segments.tsx';
import { type ShownSweep, useShownSweep } from '../shown.ts';
import { NumbersTable } from './NumbersTable.tsx';
import { Readout } from './Readout.tsx';
import { SweepPicture } from './SweepPicture.tsx';
import { SweepSentence } from './SweepSentence.tsx';
import styles from './SweepView.module.css';
import { WORDS } from './words.ts';

type Show = 'picture' | 'table';

/** The sentence, the picture, and what is read off the place that is pointed at. */
export function SweepView() {
  const shown = useShownSweep();
  const picked = useExplore((state) => state.picked);
  const [pointed, point] = useState<number | null>(null);
  const [spread, setSpread] = useState<Spread>('dots');
  const [show, setShow] = useState<Show>('picture');
  const at = pointed ?? picked;
  return (
    <>
      <SweepSentence shown={shown} />
      <div className={styles.row}>
        <section className={styles.card} data-region="sweep" aria-label={WORDS.picture}>
          {shown === null ? (
            <p className={styles.note}>{WORDS.loading}</p>
          ) : (
            <>
              <div className={styles.tools}>
                <FigureChoice shown={shown} />
                {shown.y === null && shown.cells.seeds > 1 && show === 'picture' && (
                  <Segments<Spread>
                    legend={WORDS.spread}
                    options={WORDS.spreads}
                    value={spread}
                    onChange={setSpread}
                  />
                )}
                <span className={styles.about}>{shown.figure.description}</span>
                <Segments<Show> legend={WORDS.show} options={WORDS.shows} value={show} onChange={setShow} />
              </div>
              {show === 'picture' ? (
                <SweepPicture shown={shown} spread={spread} pointed={pointed} point={point} />
              ) : (
                <NumbersTable shown={shown} />
              )}
            </>
          )}
        </section>
        <aside className={styles.side}>
          {shown !== null && <Readout shown={shown} cell={cellAt(shown.cells, at)} />}
        </aside>
      </div>
    </>
  );
}

function FigureChoice({ shown: { figures, figure } }: { shown: ShownSweep }) {
  const setFigure = useExplore((state) => state.actions.setFigure);
  return (
    <NativeSelect
      size="xs"
      className={styles.figure ?? ''}
      aria-label={WORDS.figure}
      value={figure.name}
      data={figures.map(({ name, label }) => ({ value: name, label }))}
      onChange={(event) => setFigure(event.currentTarget.value)}
    />
  );
}
