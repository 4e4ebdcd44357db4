import { format } from '../../../protocol/texts.ts';
import { OutageList } from './OutageList.tsx';
import { Section } from './Section.tsx';
import { Setting } from './Setting.tsx';
import type { SectionParts } from './section-parts.ts';
import { SETUP, SUMMARY } from './words.ts';

/** When the link breaks, and who dies when. */
export function FaultSection({ catalogue, lab, draft }: SectionParts) {
  const { link, faults } = lab.spec;
  const deaths = [faults.sourceDiesAtMs, faults.destinationDiesAtMs].filter((ms) => ms !== null).length;
  const outages = link.outages.length;
  return (
    <Section
      title={SETUP.faults}
      summary={outages + deaths === 0 ? SUMMARY.noFault : format(SUMMARY.faults, { outages, deaths })}
    >
      <OutageList lab={lab} draft={draft} />
      {catalogue.parameters
        .filter(({ group }) => group === 'Faults')
        .map((info) => (
          <Setting key={info.path} info={info} path={`spec.${info.path}`} draft={draft} />
        ))}
    </Section>
  );
}
