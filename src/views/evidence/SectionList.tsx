import { useEffect, useRef } from 'react';
import { EVIDENCE_SECTIONS } from '../../protocol/migration/evidence-link.ts';
import { evidenceStore, useEvidence } from '../../store/evidence/store.ts';
import styles from './SectionList.module.css';
import { usePlace } from './use-place.ts';
import { SECTION_NAMES, WORDS } from './words.ts';

/** Where one is on the page; links, so that a section can be opened in a tab of its own. */
export function SectionList() {
  const section = useEvidence((state) => state.section);
  const { openSection } = evidenceStore.getState().actions;
  const list = useRef<HTMLElement>(null);
  // On a small screen the list is a row that scrolls.
  useEffect(() => {
    const current = list.current?.querySelector(`[href$="${section}"]`);
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [section]);
  usePlace();
  return (
    <nav data-region="list" ref={list} className={styles.list} aria-label={WORDS.sections}>
      <p className={styles.intro}>{WORDS.intro}</p>
      <ol>
        {EVIDENCE_SECTIONS.map((name) => (
          <li key={name}>
            <a
              href={`#/evidence?show=${name}`}
              aria-current={name === section ? 'true' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
                event.preventDefault();
                openSection(name);
                document.getElementById(`evidence-${name}-claim`)?.focus({ preventScroll: true });
              }}
            >
              {SECTION_NAMES[name]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
