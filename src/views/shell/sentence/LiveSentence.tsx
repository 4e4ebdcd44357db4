/**
 * The sentence that says what is happening now. React renders a template when the situation changes; its numbers are
 * written into the page directly, at the beat all numbers share.
 */
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { activeBranch } from '../../../store/select.ts';
import { appStore } from '../../../store/store.ts';
import type { AppState } from '../../../store/types.ts';
import { onTick } from '../../shared/human-tick.ts';
import { Term } from '../../shared/Term.tsx';
import { parseTemplate, plainText, type Role, type Token } from '../../shared/template.ts';
import { useSlow } from '../../shared/use-slow.ts';
import { UI } from '../words.ts';
import styles from './LiveSentence.module.css';
import { Scrub } from './Scrub.tsx';
import { type Sentence, type SentenceCode, sentenceOf, templateOf } from './sentence.ts';
import { useFailureWords } from './use-failure-words.ts';

const ROLE_CLASS: Readonly<Partial<Record<Role, string | undefined>>> = {
  strong: styles.strong,
  arrived: styles.arrived,
  written: styles.written,
  held: styles.held,
  failure: styles.failure,
  heartbeat: styles.heartbeat,
};

/** From the word to the sums behind it. */
const PINGS = {
  label: UI.explainPings,
  open: () => appStore.getState().actions.openPanel('explain'),
};

const LOADING: Sentence = { code: 'loading', slots: {} };
let standing = LOADING;

function current(state: AppState): Sentence {
  const branch = activeBranch(state);
  if (!branch || !state.frame) return LOADING;
  // Until another run's first frame is there, the picture is still the old one, and so is what is said of it.
  if (state.frame.runKey !== branch.key) return standing;
  standing = sentenceOf({
    run: branch.run,
    history: branch.history,
    pings: branch.series.pings,
    scalars: state.frame.scalars,
  });
  return standing;
}

export function LiveSentence() {
  // With the words for failures the moment on screen is told anew.
  return <Told key={String(useFailureWords())} />;
}

function Told() {
  const code = useSlow(currentCode);
  const element = useRef<HTMLHeadingElement>(null);
  // Before the browser paints: a sentence with empty places must not be seen.
  useLayoutEffect(() => {
    const write = (force: boolean) => {
      const sentence = current(appStore.getState());
      if (!element.current || (sentence.code !== code && !force)) return;
      for (const slot of element.current.querySelectorAll<HTMLElement>('[data-slot]')) {
        const text = sentence.slots[slot.dataset.slot ?? ''] ?? '–';
        if (slot.textContent !== text) slot.textContent = text;
      }
    };
    write(true);
    return onTick(() => write(false));
  }, [code]);
  return (
    <>
      <h1 ref={element} className={styles.sentence} aria-describedby="sentence-announcement">
        <Words code={code} />
      </h1>
      <p id="sentence-announcement" className={styles.announcement} aria-live="polite">
        {useMemo(() => plainText(templateOf(code), current(appStore.getState()).slots), [code])}
      </p>
    </>
  );
}

const Words = memo(function Words({ code }: { code: SentenceCode }) {
  return parseTemplate(templateOf(code)).map((token, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a template's parts never change their order
    return <Part key={`${code}-${i}`} token={token} />;
  });
});

function Part({ token }: { token: Token }) {
  if (token.kind === 'text') return token.text;
  if (token.kind === 'slot') return <span data-slot={token.slot} className={ROLE_CLASS[token.role]} />;
  if (token.kind === 'scrub') return <Scrub path={token.path} />;
  const more = token.term === 'ping' ? PINGS : undefined;
  return (
    <Term term={token.term} more={more}>
      {token.text}
    </Term>
  );
}

function currentCode(state: AppState): SentenceCode {
  return current(state).code;
}
