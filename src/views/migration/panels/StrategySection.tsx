import type { RegistryEntry } from '../../../base/parameter.ts';
import type { MoveLab, SoloStrategy } from '../../../protocol/migration/model.ts';
import { fullStrategyName } from '../strategy-names.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { Section } from './Section.tsx';
import { Setting } from './Setting.tsx';
import type { SectionParts } from './section-parts.ts';
import { STRATEGY_AT, strategyParameters } from './spec-fields.ts';
import { SETUP } from './words.ts';

/** No strategy has such a kind. */
const NONE = '';

/** Which strategy a side has, its stop rule and predictor, and all of their settings. */
export function StrategySection({ catalogue, lab, draft, side }: SectionParts & { side: 0 | 1 }) {
  const strategy = side === 0 ? lab.spec.strategy : lab.against;
  const at = STRATEGY_AT[side];
  const entry = catalogue.strategies.find(({ kind }) => kind === strategy?.kind);
  const put = (field: string, next: SoloStrategy | null) =>
    draft.change(`${at}.${field}`, withStrategy(lab, side, next));
  const problemOf = (field: string) =>
    draft.problem?.field === `${at}.${field}` ? draft.problem.text : null;
  const chooseKind = (kind: string) => {
    put('kind', kind === NONE ? null : { ...(strategy ?? lab.spec.strategy), kind });
  };
  const kinds = optionsOf(catalogue.strategies);
  const has = (path: string) => entry?.parameters.some((parameter) => parameter.path === path) === true;
  const rule = catalogue.stopRules.find(({ kind }) => kind === strategy?.stopRule.kind);
  const predictor = catalogue.predictors.find(({ kind }) => kind === strategy?.predictor);
  return (
    <Section
      title={SETUP.strategy[side]}
      summary={strategy === null ? SETUP.none : fullStrategyName(strategy, catalogue)}
    >
      <ChoiceField
        label={SETUP.strategyKind}
        value={strategy?.kind ?? NONE}
        options={side === 0 ? kinds : [{ value: NONE, label: SETUP.none }, ...kinds]}
        about={entry?.description ?? SETUP.noneAbout}
        source={entry?.source ?? null}
        problem={problemOf('kind')}
        choose={chooseKind}
      />
      {strategy !== null && has('stopRule') && (
        <ChoiceField
          label={SETUP.stopRule}
          value={strategy.stopRule.kind}
          options={optionsOf(catalogue.stopRules)}
          about={rule?.description ?? null}
          source={rule?.source ?? null}
          problem={problemOf('stopRule.kind')}
          choose={(kind) => put('stopRule.kind', { ...strategy, stopRule: { ...strategy.stopRule, kind } })}
        />
      )}
      {strategy !== null && has('predictor') && (
        <ChoiceField
          label={SETUP.predictor}
          value={strategy.predictor}
          options={optionsOf(catalogue.predictors)}
          about={predictor?.description ?? null}
          source={predictor?.source ?? null}
          problem={problemOf('predictor')}
          choose={(kind) => put('predictor', { ...strategy, predictor: kind })}
        />
      )}
      {strategy !== null &&
        strategyParameters(strategy, catalogue).map((info) => (
          <Setting key={info.path} info={info} path={`${at}.${info.path}`} draft={draft} />
        ))}
    </Section>
  );
}

function optionsOf(entries: readonly RegistryEntry[]): { value: string; label: string }[] {
  return entries.map(({ kind, name }) => ({ value: kind, label: name }));
}

function withStrategy(lab: MoveLab, side: 0 | 1, strategy: SoloStrategy | null): MoveLab {
  if (side === 1) return { ...lab, against: strategy };
  return strategy === null ? lab : { ...lab, spec: { ...lab.spec, strategy } };
}
