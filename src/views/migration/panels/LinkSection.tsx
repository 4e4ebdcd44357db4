import { formatNumber } from '../../../base/format.ts';
import { sameJson } from '../../../protocol/merge.ts';
import type { SoloLink } from '../../../protocol/migration/model.ts';
import { format } from '../../../protocol/texts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { Section } from './Section.tsx';
import { Setting } from './Setting.tsx';
import type { SectionParts } from './section-parts.ts';
import { SETUP, SUMMARY } from './words.ts';

const FIELD = 'spec.link';
const OWN = '';
/** It stands among the faults. */
const OUTAGES = 'link.outages';

/** A link by its name, or by its numbers. */
export function LinkSection({ catalogue, lab, draft }: SectionParts) {
  const { link } = lab.spec;
  const preset = catalogue.linkPresets.find((one) => sameJson(unbroken(one.link), unbroken(link)));
  const choose = (kind: string) => {
    const chosen = catalogue.linkPresets.find((one) => one.kind === kind);
    if (chosen === undefined) return;
    // Its faults are not the link's.
    const next = { ...chosen.link, outages: link.outages };
    draft.change(FIELD, { ...lab, spec: { ...lab.spec, link: next } });
  };
  const named = catalogue.linkPresets.map(({ kind, name }) => ({ value: kind, label: name }));
  return (
    <Section
      title={SETUP.link}
      summary={
        preset
          ? format(SUMMARY.preset, { name: preset.name })
          : format(SUMMARY.link, {
              bandwidth: formatNumber(link.bandwidthBytesPerSecond / 1e6, 1),
              latency: String(link.latencyMs),
            })
      }
    >
      <ChoiceField
        label={SETUP.preset}
        value={preset?.kind ?? OWN}
        options={preset ? named : [{ value: OWN, label: SETUP.ownLink }, ...named]}
        about={preset?.description ?? SETUP.ownLinkAbout}
        source={preset?.source ?? null}
        problem={draft.problem?.field === FIELD ? draft.problem.text : null}
        choose={choose}
      />
      {catalogue.parameters
        .filter(({ group, path }) => group === 'Link' && path !== OUTAGES)
        .map((info) => (
          <Setting key={info.path} info={info} path={`spec.${info.path}`} draft={draft} />
        ))}
    </Section>
  );
}

function unbroken(link: SoloLink): SoloLink {
  return { ...link, outages: [] };
}
