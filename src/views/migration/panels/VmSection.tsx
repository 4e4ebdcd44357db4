import { formatNumber } from '../../../base/format.ts';
import { format } from '../../../protocol/texts.ts';
import { Section } from './Section.tsx';
import { Setting } from './Setting.tsx';
import type { SectionParts } from './section-parts.ts';
import { SETUP, SUMMARY } from './words.ts';

/** Memory, pages, and what is in them. */
export function VmSection({ catalogue, lab, draft }: SectionParts) {
  const { memoryMiB, pageBytes } = lab.spec.vm;
  return (
    <Section
      title={SETUP.vm}
      summary={format(SUMMARY.vm, { memory: formatNumber(memoryMiB), page: pageBytes })}
    >
      {catalogue.parameters
        .filter(({ group }) => group === 'VM')
        .map((info) => (
          <Setting key={info.path} info={info} path={`spec.${info.path}`} draft={draft} />
        ))}
    </Section>
  );
}
