import { format } from '../../../protocol/texts.ts';
import { SmallButton } from '../../shared/SmallButton.tsx';
import { Section } from './Section.tsx';
import { Setting } from './Setting.tsx';
import type { SectionParts } from './section-parts.ts';
import { withValue } from './spec-fields.ts';
import { SETUP, SUMMARY } from './words.ts';

const SEED = 'spec.seed';
/** Any seed, but one that can be read out. */
const SEEDS_DRAWN = 10_000;

/** Seed, patience, and the destination's own pace. */
export function RunSection({ catalogue, lab, draft }: SectionParts) {
  const dice = () => draft.change(SEED, withValue(lab, SEED, Math.floor(Math.random() * SEEDS_DRAWN)));
  return (
    <Section title={SETUP.run} summary={format(SUMMARY.run, { seed: String(lab.spec.seed) })}>
      {catalogue.parameters
        .filter(({ group }) => group === 'Run' || group === 'Destination')
        .map((info) => (
          <Setting key={info.path} info={info} path={`spec.${info.path}`} draft={draft} />
        ))}
      <SmallButton onClick={dice}>{SETUP.seedDice}</SmallButton>
    </Section>
  );
}
