import { useEffect, useRef } from 'react';
import { EVIDENCE_SECTIONS, type EvidenceSection } from '../../protocol/migration/evidence-link.ts';
import { evidenceStore, useEvidence } from '../../store/evidence/store.ts';

/** How far from the top a section begins to be the one read, px; less than the shortest section is high. */
const READ_FROM = 140;

/** What a reader does to go elsewhere by himself; mere growth of the page is no such thing. */
const OWN_WAYS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

const placeOf = (name: EvidenceSection) => document.getElementById(`evidence-${name}`);

/**
 * Scrolls to the section that was asked for, by a link or by the list; coming back, to the one that was read. The
 * sections above fill up meanwhile and would push it away, so it is held in sight until the reader goes on by himself;
 * from then on the store is told which section is being read.
 */
export function usePlace(): void {
  const held = useRef(false);
  useGoingThere(held);
  useWhereWeAre(held);
}

function useGoingThere(held: { current: boolean }): void {
  const summons = useEvidence((state) => state.summons);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the same section is gone to again
  useEffect(() => {
    const { section } = evidenceStore.getState();
    // The page's own beginning is above its first section.
    if (section === EVIDENCE_SECTIONS[0]) {
      held.current = false;
      window.scrollTo({ top: 0 });
      return;
    }
    const place = placeOf(section);
    if (place?.parentElement == null) return;
    held.current = true;
    const goThere = () => place.scrollIntoView({ block: 'start' });
    goThere();
    const growth = new ResizeObserver(goThere);
    growth.observe(place.parentElement);
    const listening = new AbortController();
    const letGo = () => {
      held.current = false;
      growth.disconnect();
      listening.abort();
    };
    const { signal } = listening;
    const goesOn = (event: Event) => {
      if (!isUseOf(place, event)) letGo();
    };
    for (const way of OWN_WAYS) window.addEventListener(way, goesOn, { passive: true, signal });
    return letGo;
  }, [summons]);
}

/** Whether a press or a key works something within the section, which leads nowhere else. */
function isUseOf(place: Element, event: Event): boolean {
  const { target } = event;
  if (!(target instanceof Element) || !place.contains(target)) return false;
  if (event.type === 'pointerdown') return true;
  const key = event instanceof KeyboardEvent ? event.key : '';
  return ['Enter', ' '].includes(key) && target.closest('a, button, input, select, summary') !== null;
}

function useWhereWeAre(held: { readonly current: boolean }): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a ref, read when the page scrolls
  useEffect(() => {
    let asked = false;
    const look = () => {
      asked = false;
      if (held.current) return;
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
