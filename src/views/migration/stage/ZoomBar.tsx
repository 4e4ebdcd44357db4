import type { PageView, Placement } from '../../../layout/migration/page-view.ts';
import { largestZoom } from '../../../layout/migration/page-view.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { usePaced } from '../use-paced.ts';
import { describePage } from './describe-page.ts';
import type { SideIndex } from './side-data.ts';
import { spanText } from './states.ts';
import type { GridControl } from './use-page-view.ts';
import { STAGE_WORDS, say } from './words.ts';
import styles from './ZoomBar.module.css';

const STEP = 1.6;

interface Props {
  readonly placed: Placement;
  readonly view: PageView;
  readonly pageBytes: number;
  readonly pointed: { readonly side: SideIndex; readonly page: number } | null;
  readonly sides: number;
  readonly control: GridControl;
}

/** What a cell stands for, what the pointer or the keyboard is at, and the size of both grids. */
export function ZoomBar({ placed, view, pageBytes, pointed, sides, control }: Props) {
  const { map, box, level } = placed;
  const k = 4 ** level;
  const cell =
    level === 0
      ? say(STAGE_WORDS.cellIsPage, { kib: pageBytes / 1024 })
      : say(STAGE_WORDS.cellIsMany, { k, size: spanText(k * pageBytes) });
  const readout = usePaced((state) => {
    if (pointed === null) return '';
    const text = describePage(state, pointed.side, map, level, pointed.page);
    return sides > 1 && text !== ''
      ? say(STAGE_WORDS.at, { side: pointed.side === 0 ? 'A' : 'B', text })
      : text;
  });
  return (
    <div className={styles.bar}>
      <span className={styles.cell}>{cell}</span>
      <span className={styles.readout}>{readout === '' ? STAGE_WORDS.order : readout}</span>
      <fieldset className={styles.controls} aria-label={STAGE_WORDS.zoom}>
        <SmallButton
          aria-label={STAGE_WORDS.smaller}
          title={STAGE_WORDS.smallerMeaning}
          disabled={view.zoom <= 1}
          onClick={() => control.zoom(1 / STEP)}
        >
          −
        </SmallButton>
        <SmallButton
          aria-label={STAGE_WORDS.larger}
          title={STAGE_WORDS.largerMeaning}
          disabled={view.zoom >= largestZoom(map, box)}
          onClick={() => control.zoom(STEP)}
        >
          +
        </SmallButton>
        <SmallButton title={STAGE_WORDS.fitMeaning} disabled={view.zoom <= 1} onClick={control.fit}>
          {STAGE_WORDS.fit}
        </SmallButton>
      </fieldset>
    </div>
  );
}
