import { SmallButton } from '../../shared/SmallButton.tsx';
import type { View } from './use-view.ts';
import { STAGE_WORDS } from './words.ts';
import styles from './ZoomControls.module.css';

const STEP = 1.6;

export function ZoomControls({ view }: { view: View }) {
  const then = (act: () => unknown) => () => {
    act();
    view.settle();
  };
  return (
    <fieldset className={styles.controls} aria-label={STAGE_WORDS.zoom}>
      <SmallButton
        aria-label={STAGE_WORDS.smaller}
        disabled={view.whole}
        onClick={then(() => view.zoom(1 / STEP))}
      >
        −
      </SmallButton>
      <SmallButton aria-label={STAGE_WORDS.larger} onClick={then(() => view.zoom(STEP))}>
        +
      </SmallButton>
      <SmallButton title={STAGE_WORDS.fitMeaning} disabled={view.whole} onClick={then(view.fit)}>
        {STAGE_WORDS.fit}
      </SmallButton>
      <SmallButton
        title={STAGE_WORDS.followMeaning}
        aria-pressed={view.follow && !view.whole}
        onClick={then(() => view.setFollow(view.whole || !view.follow))}
      >
        {STAGE_WORDS.follow}
      </SmallButton>
    </fieldset>
  );
}
