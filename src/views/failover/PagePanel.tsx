import { useEffect, useRef } from 'react';
import type { PageHistory } from '../../protocol/requests.ts';
import { format } from '../../protocol/texts.ts';
import { currentHistory } from '../../store/select.ts';
import { useApp } from '../../store/store.ts';
import { prefersReducedMotion } from '../shared/motion.ts';
import { SmallButton } from '../shared/SmallButton.tsx';
import styles from './PagePanel.module.css';
import { PageStory } from './page/PageStory.tsx';
import { PAGE_STATES, PAGE_WORDS } from './page/words.ts';

const PAGE_BYTES = 4096;

/** The picked page: who uses it, how it stands and what happened to it. */
export function PagePanel() {
  const picked = useApp((state) => state.selection.page);
  const found = useApp((state) => state.selection.pageHistory);
  const vmName = useApp((state) => currentHistory(state)?.vms[picked?.vm ?? -1]?.name ?? 'x0');
  const { clearSelection, seek } = useApp((state) => state.actions);
  const panel = useScrolledTo(picked);
  if (picked === null) return null;
  const history = found?.page === picked.page && found.vm === picked.vm ? found : null;
  return (
    <section ref={panel} className={styles.panel} aria-label={PAGE_WORDS.region}>
      <header className={styles.header}>
        <h2 className={styles.title}>{format(PAGE_WORDS.title, { page: picked.page, vm: vmName })}</h2>
        <span className={styles.address}>
          {format(PAGE_WORDS.address, { address: addressOf(picked.page) })}
        </span>
        <SmallButton aria-label={PAGE_WORDS.closeLabel} onClick={clearSelection}>
          {PAGE_WORDS.close}
        </SmallButton>
      </header>
      {history === null ? (
        <p className={styles.loading}>{PAGE_WORDS.loading}</p>
      ) : (
        <>
          <Facts history={history} />
          <h3 className={styles.subtitle}>{PAGE_WORDS.history}</h3>
          <PageStory key={`${history.vm} ${history.page}`} rows={history.rows} onGo={seek} />
        </>
      )}
    </section>
  );
}

/** Where the parts of the page stand one below the other, the panel would open out of sight. */
const STACKED = '(max-width: 900px)';

function useScrolledTo(picked: { page: number } | null) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (picked === null || !window.matchMedia(STACKED).matches) return;
    panel.current?.scrollIntoView({
      block: 'nearest',
      behavior: prefersReducedMotion() ? 'instant' : 'smooth',
    });
  }, [picked]);
  return panel;
}

function addressOf(page: number): string {
  return `0x${(page * PAGE_BYTES).toString(16).padStart(8, '0')}`;
}

function Facts({ history }: { history: PageHistory }) {
  const { process, program, key, depth, selfCount, version } = history;
  const facts: [name: string, value: string][] = [
    [PAGE_WORDS.state, PAGE_STATES[history.state] ?? ''],
    [
      PAGE_WORDS.user,
      process < 0 ? PAGE_WORDS.nobody : format(PAGE_WORDS.userValue, { process, program, key }),
    ],
    ...(process < 0
      ? []
      : ([
          [
            PAGE_WORDS.tree,
            depth < 0 ? PAGE_WORDS.notInTree : format(PAGE_WORDS.treeValue, { depth, self: selfCount }),
          ],
        ] satisfies [string, string][])),
    [PAGE_WORDS.writes, format(PAGE_WORDS.writesValue, { version })],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
