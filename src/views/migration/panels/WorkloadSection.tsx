import { traceLabel } from '../../../protocol/import/trace-name.ts';
import type { MoveLab, SoloWorkload } from '../../../protocol/migration/model.ts';
import { format } from '../../../protocol/texts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import styles from './panels.module.css';
import { Section } from './Section.tsx';
import { Setting } from './Setting.tsx';
import type { SectionParts } from './section-parts.ts';
import { SETUP, SUMMARY } from './words.ts';
import { registryKind, workloadPaths } from './workload-fields.ts';
import { workloadMeaning } from './workload-meaning.ts';

const FIELD = 'spec.vm.workload.pattern';
/** Before the name of a recorded program, among the values of the list. */
const TRACE = 'trace:';

/** What the guest writes while it is moved: a pattern with its own settings, or a recorded program. */
export function WorkloadSection({ catalogue, lab, draft }: SectionParts) {
  const { workload } = lab.spec.vm;
  const entry = catalogue.workloads.find(({ kind }) => kind === registryKind(workload.pattern));
  const synthetic = catalogue.workloads.filter(({ kind }) => kind !== registryKind('trace'));
  const options = [
    ...synthetic.map(({ kind, name }) => ({ value: kind, label: name })),
    ...catalogue.traces.map((name) => ({
      value: `${TRACE}${name}`,
      label: format(SETUP.trace, { name: traceLabel(name) }),
    })),
  ];
  const value = workload.pattern === 'trace' ? `${TRACE}${workload.file ?? ''}` : workload.pattern;
  const label = options.find((option) => option.value === value)?.label ?? workload.pattern;
  const choose = (chosen: string) => {
    const part = chosen.startsWith(TRACE)
      ? { pattern: 'trace' as const, file: chosen.slice(TRACE.length) }
      : { pattern: chosen as SoloWorkload['pattern'], file: null };
    draft.change(FIELD, withWorkload(lab, part));
  };
  return (
    <Section
      title={SETUP.workload}
      summary={format(SUMMARY.workload, { pattern: label, writes: workload.writesPerSecond })}
      open
    >
      <ChoiceField
        label={SETUP.pattern}
        value={value}
        options={options}
        about={entry?.description ?? null}
        source={entry?.source ?? null}
        problem={draft.problem?.field === FIELD ? draft.problem.text : null}
        choose={choose}
      />
      <p className={styles.meaning}>{workloadMeaning(lab.spec)}</p>
      {workloadPaths(workload.pattern).map((path) => {
        const info = catalogue.parameters.find((parameter) => parameter.path === path);
        return info && <Setting key={path} info={info} path={`spec.${path}`} draft={draft} />;
      })}
    </Section>
  );
}

function withWorkload(lab: MoveLab, part: Partial<SoloWorkload>): MoveLab {
  const { spec } = lab;
  const { vm } = spec;
  return { ...lab, spec: { ...spec, vm: { ...vm, workload: { ...vm.workload, ...part } } } };
}
