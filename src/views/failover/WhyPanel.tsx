import { stackDelays } from '../../layout/delay-stack.ts';
import type { Cause } from '../../protocol/requests.ts';
import { causeText } from '../../protocol/texts.ts';
import { useApp } from '../../store/store.ts';
import type { WhyState } from '../../store/types.ts';
import { useFocusInside } from '../shared/use-focus-inside.ts';
import styles from './WhyPanel.module.css';
import { CauseLink } from './why/CauseLink.tsx';
import { DELAY_DIGITS, DelayBar } from './why/DelayBar.tsx';
import { swatchOf } from './why/swatch.ts';
import './why/swatches.css';
import { SmallButton } from '../shared/SmallButton.tsx';
import { WHY_TITLES, WHY_WORDS } from './why/words.ts';

/** "Why?": the chain of causes of what was asked about, the effect on top. Not modal: the picture stays usable. */
export function WhyPanel() {
  const why = useApp((state) => state.why);
  return why === null ? null : <OpenPanel why={why} />;
}

function OpenPanel({ why }: { why: WhyState }) {
  const { closeWhy, seek } = useApp((state) => state.actions);
  const heading = useFocusInside<HTMLHeadingElement>();
  const { target, causes } = why;
  return (
    <dialog
      open
      className={styles.panel}
      aria-labelledby="why-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        closeWhy();
      }}
    >
      <header className={styles.header}>
        <h2 id="why-title" ref={heading} tabIndex={-1} className={styles.title}>
          {WHY_TITLES[target.kind]}
        </h2>
        <SmallButton aria-label={WHY_WORDS.closeLabel} onClick={closeWhy}>
          {WHY_WORDS.close}
        </SmallButton>
      </header>
      <div className={styles.body}>
        {causes === null && (
          <p className={styles.empty} role="status">
            {WHY_WORDS.loading}
          </p>
        )}
        {causes?.length === 0 && <p className={styles.empty}>{WHY_WORDS.none}</p>}
        {causes !== null && causes.length > 0 && <Chain causes={causes} onGo={seek} />}
      </div>
    </dialog>
  );
}

function connectorOf(causes: readonly Cause[], i: number): string | null {
  if (i === 0) return null;
  if (causes[i]?.addsMs === null) return WHY_WORDS.because;
  if (causes[i - 1]?.addsMs !== null) return '';
  return causes[0]?.code === 'ping' ? WHY_WORDS.madeOf : WHY_WORDS.pauseMadeOf;
}

function Chain({ causes, onGo }: { causes: readonly Cause[]; onGo: (us: number) => void }) {
  const parts = causes.filter((cause) => cause.addsMs !== null);
  const stack = stackDelays(
    parts.map((cause) => cause.addsMs ?? 0),
    DELAY_DIGITS,
  );
  const delayOf = (cause: Cause) => {
    const segment = stack.segments.find(({ index }) => parts[index] === cause);
    return segment ? { ms: segment.ms, swatch: swatchOf(segment.index) } : null;
  };
  return (
    <>
      {parts.length > 1 && <DelayBar stack={stack} titles={parts.map((part) => causeText(part).title)} />}
      <ol className={styles.chain}>
        {causes.map((cause, i) => (
          <CauseLink
            // biome-ignore lint/suspicious/noArrayIndexKey: a chain is answered as a whole and never changes its order
            key={i}
            cause={cause}
            connector={connectorOf(causes, i)}
            delay={delayOf(cause)}
            onGo={onGo}
          />
        ))}
      </ol>
    </>
  );
}
