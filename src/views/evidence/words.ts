/** What the page says around its sections. */
import type { EvidenceSection } from '../../protocol/migration/evidence-link.ts';

export const WORDS = {
  page: 'Evidence',
  sections: 'Sections',
  intro:
    'What this simulation is worth: beside a real hypervisor, beside your own, and beside what others printed.',
  cancel: 'Cancel',
  goOn: 'Go on',
  share: '{percent} %',
} as const;

/** A section's name in the list, and its question. */
export const SECTION_NAMES: Readonly<Record<EvidenceSection, string>> = {
  machine: 'Model against machine',
  log: 'Your own log',
  tables: 'The paper’s tables',
  references: 'Reference tables',
  published: 'Published numbers',
  prediction: 'Does prediction help?',
  speed: 'This very browser',
};

export type MarkKind = 'measured' | 'simulated' | 'fitted' | 'assumed' | 'published';

export const MARKS: Readonly<Record<MarkKind, { readonly name: string; readonly meaning: string }>> = {
  measured: { name: 'measured', meaning: 'Read off a running system; nothing of it is calculated here.' },
  simulated: {
    name: 'simulated',
    meaning: 'Worked out by this program, page by page, just now in your browser.',
  },
  fitted: {
    name: 'fitted',
    meaning:
      'Free numbers were chosen so that the result meets a known one; meeting that one proves nothing.',
  },
  assumed: {
    name: 'assumed',
    meaning: 'Nobody measured it here; it is a plausible value, and you can change it.',
  },
  published: {
    name: 'published, not re-checked',
    meaning:
      'Printed by its authors and quoted from memory of the publication; it could not be measured again.',
  },
};
