/** The ranking as a picture to take away. */
import { useEffect, useRef } from 'react';
import { type Quantity, quantityText, signedText } from '../../../layout/explore/quantity.ts';
import { barOf, largestChange, type Moved } from '../../../layout/explore/ranking.ts';
import { fitted, type Mark, type Scene } from '../../../layout/explore/scene.ts';
import type { FigureInfo } from '../../../protocol/explore/requests.ts';
import { offerPicture } from '../../shared/pictures.ts';
import { plainText } from '../../shared/template.ts';
import { inks } from '../inks.ts';
import { inSentence } from '../situation.ts';
import { sceneSvg } from '../svg-text.ts';
import { WORDS } from './words.ts';

const ROW_PX = 26;
const NAME_PX = 230;
const HALF_PX = 190;
const NUMBER_PX = 90;
const HEAD_PX = 44;

export function useTornadoPicture(
  moved: readonly Moved[],
  figure: FigureInfo,
  quantity: Quantity,
  name: string,
): void {
  const latest = useRef({ moved, figure, quantity, name });
  useEffect(() => {
    latest.current = { moved, figure, quantity, name };
  }, [moved, figure, quantity, name]);
  useEffect(
    () =>
      offerPicture({
        id: 'ranking',
        name: WORDS.picture,
        svg: () => {
          const { moved: rows, figure: by, quantity: unit, name: run } = latest.current;
          const now = rows.find((one) => one.now !== null)?.now ?? null;
          const about = plainText(WORDS.heads.change, {
            figure: inSentence(by.label),
            now: quantityText(now, unit),
          });
          return sceneSvg(tornadoScene(rows, by, unit), inks(), `${about} · ${run}`, about);
        },
      }),
    [],
  );
}

function tornadoScene(moved: readonly Moved[], figure: FigureInfo, quantity: Quantity): Scene {
  const middle = NAME_PX + NUMBER_PX + HALF_PX;
  const largest = largestChange(moved);
  const frame: Mark[] = [
    sample(NAME_PX, 'low'),
    text(NAME_PX + 30, 12, WORDS.legend.low, 'start'),
    sample(NAME_PX + 160, 'high'),
    text(NAME_PX + 190, 12, WORDS.legend.high, 'start'),
  ];
  const data: Mark[] = [
    {
      kind: 'line',
      points: [middle, HEAD_PX - 12, middle, HEAD_PX + moved.length * ROW_PX],
      ink: 'line-strong',
      width: 1,
    },
  ];
  moved.forEach(({ row, down, up }, i) => {
    const y = HEAD_PX + i * ROW_PX;
    frame.push(text(0, y + 12, fitted(row.label, NAME_PX - 10), 'start'));
    for (const [side, change, top] of [
      ['low', down, y],
      ['high', up, y + 10],
    ] as const) {
      const { from, length } = barOf(change, largest);
      const place = { x: middle + HALF_PX * from, y: top, width: Math.max(1.5, HALF_PX * length), height: 8 };
      if (change === null) data.push({ kind: 'rect', ...place, x: middle, width: HALF_PX, hatch: true });
      else if (change !== 0) data.push({ kind: 'rect', ...place, ...look(side) });
    }
    const number = (change: number | null) =>
      change === null
        ? plainText(WORDS.legend.gone, { figure: inSentence(figure.label) })
        : signedText(change, quantity);
    frame.push(text(middle + HALF_PX + 12, y + 12, `${number(down)}, ${number(up)}`, 'start'));
  });
  return {
    width: middle + HALF_PX + 12 + 2 * NUMBER_PX,
    height: HEAD_PX + moved.length * ROW_PX,
    frame,
    data,
  };
}

const look = (side: 'low' | 'high') =>
  side === 'low' ? ({ fill: 'card', outline: 'ink-2' } as const) : ({ fill: 'ink-2' } as const);

const sample = (x: number, side: 'low' | 'high'): Mark => ({
  kind: 'rect',
  x,
  y: 4,
  width: 22,
  height: 8,
  ...look(side),
});

const text = (x: number, y: number, words: string, anchor: 'start' | 'end'): Mark => ({
  kind: 'text',
  x,
  y,
  text: words,
  anchor,
  ink: 'ink-2',
});
