import { SCALAR } from '../../../protocol/frame.ts';
import { formatCount } from '../../shared/format.ts';
import classes from './Legend.module.css';
import { LiveText } from './LiveText.tsx';
import { scalar } from './model.ts';
import { WORDS } from './words.ts';

const ROWS = {
  source: [
    ['toSend', WORDS.toSend, SCALAR.pagesToSend],
    ['written', WORDS.written, SCALAR.pagesWrittenAgain],
    ['held', WORDS.held, SCALAR.pagesHeldBack],
  ],
  destination: [
    ['arrived', WORDS.arrived, SCALAR.pagesArrived],
    ['stale', WORDS.stale, SCALAR.pagesWrittenAgain],
  ],
} as const;

/** Colours, second marks and counts of the grid beside it. */
export function Legend({ side }: { readonly side: 'source' | 'destination' }) {
  return (
    <dl className={classes.legend}>
      {ROWS[side].map(([mark, word, index]) => (
        <div key={mark}>
          <dt>
            <span className={classes.swatch} data-mark={mark} aria-hidden="true" />
            {word}
          </dt>
          <dd>
            <LiveText read={(state) => formatCount(scalar(state, index))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
