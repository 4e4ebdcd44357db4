import { useEffect, useRef } from 'react';
import { EVIDENCE_SECTIONS, type EvidenceSection } from '../../protocol/migration/evidence-link.ts';
import { evidenceStore, useEvidence } from '../../store/evidence/store.ts';
import styles from './SectionList.module.css';
import { SECTION_NAMES, WORDS } from './words.ts';

/** How far from the top a section begins to be the one read, px; less than the shortest section is high. */
const READ_FROM = 140;

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
  useGoingThere();
  useWhereWeAre();
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

const placeOf = (name: EvidenceSection) => document.getElementById(`evidence-${name}`);

/** Scrolls to the section that was asked for, by a link or by the list; coming back, to the one that was read. */
function useGoingThere(): void {
  const summons = useEvidence((state) => state.summons);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the same section is gone to again
  useEffect(() => {
    const { section } = evidenceStore.getState();
    // The page's own beginning is above its first section.
    if (section === EVIDENCE_SECTIONS[0]) window.scrollTo({ top: 0 });
    else placeOf(section)?.scrollIntoView({ block: 'start' });
  }, [summons]);
}

/** Tells the store which section is being read while the page is scrolled. */
function useWhereWeAre(): void {
  useEffect(() => {
    let asked = false;
    const look = () => {
      asked = false;
      const end = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
      const begun = EVIDENCE_SECTIONS.filter((name) => {
        const top = placeOf(name)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
        return top <= READ_FROM;
      });
      const read = end && window.scrollY > 0 ? EVIDENCE_SECTIONS.at(-1) : begun.at(-1);
      evidenceStore.getState().actions.setSection(read ?? EVIDENCE_SECTIONS[0]);
    };
    const scrolled = () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(look);
    };
    window.addEventListener('scroll', scrolled, { passive: true });
    return () => window.removeEventListener('scroll', scrolled);
  }, []);
}
