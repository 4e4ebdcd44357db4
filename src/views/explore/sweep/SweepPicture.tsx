/** The sweep as lines or as maps, with the place that is pointed at and the one that is picked. */
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { heatBox, heatCellAt, heatMap } from '../../../layout/explore/heat-map.ts';
import { lineCellAt, lineChart } from '../../../layout/explore/line-chart.ts';
import type { Spread } from '../../../layout/explore/line-frame.ts';
import { formatCount } from '../../shared/format.ts';
import { plainText } from '../../shared/template.ts';
import { Picture } from '../Picture.tsx';
import type { ShownSweep } from '../shown.ts';
import { inSentence } from '../situation.ts';
import { PlaceGrid } from './PlaceGrid.tsx';
import type { Pointable } from './pointable.ts';
import styles from './SweepPicture.module.css';
import { WORDS } from './words.ts';

/** What stands in for the room where nothing is laid out, as in component tests. */
const WITHOUT_LAYOUT = { width: 900, height: 520 };

interface Properties {
  readonly shown: ShownSweep;
  readonly spread: Spread;
  readonly pointed: number | null;
  readonly point: (index: number | null) => void;
}

export function SweepPicture({ shown, spread, pointed, point }: Properties) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const wide = width || WITHOUT_LAYOUT.width;
  const high = height || WITHOUT_LAYOUT.height;
  const drawn = useMemo(() => pointable(shown, spread, wide, high), [shown, spread, wide, high]);
  const about = aboutText(shown);
  return (
    <div ref={ref} className={styles.room}>
      <Picture scene={drawn.scene} id="sweep" name={shown.spec.name} about={about}>
        <PlaceGrid shown={shown} drawn={drawn} about={about} pointed={pointed} point={point} />
      </Picture>
    </div>
  );
}

function pointable(shown: ShownSweep, spread: Spread, width: number, height: number): Pointable {
  const { cells, labels, x, y } = shown;
  const figure = { label: shown.figure.label, quantity: shown.quantity };
  const shared = { cells, x, labels, figure, width, height, words: WORDS.legend };
  if (y !== null) {
    const map = heatMap({ ...shared, y });
    return {
      scene: map.scene,
      cellAt: (px, py) => heatCellAt(map, cells, px, py),
      boxOf: (cell) => heatBox(map, cells.ys, cell),
    };
  }
  const chart = lineChart({ ...shared, spread });
  return {
    scene: chart.scene,
    cellAt: (px, py) => lineCellAt(chart, cells, px, py),
    boxOf: (cell) => {
      const at = chart.yAt(cell);
      const middle = Number.isNaN(at) ? chart.stripAt(cell) : at;
      return { x: chart.xAt(cell.x) - 8, y: middle - 8, width: 16, height: 16 };
    },
  };
}

function aboutText({ figure, x, y, cells }: ShownSweep): string {
  const count = (number: number, words: { readonly one: string; readonly many: string }) =>
    number === 1 ? words.one : plainText(words.many, { count: formatCount(number) });
  return plainText(y === null ? WORDS.lineAbout : WORDS.mapAbout, {
    figure: figure.label,
    x: inSentence(x.label),
    y: inSentence(y?.label ?? ''),
    maps: count(cells.variants, WORDS.maps),
    seeds: count(cells.seeds, WORDS.seeds),
  });
}
