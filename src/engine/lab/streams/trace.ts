import type { ParameterInfo } from '../../../base/parameter.ts';
import { TRACE_NAMES } from '../../memory/trace.ts';
import { numberOf, numberParameter, type StreamKind } from '../stream.ts';

const trace: ParameterInfo = {
  path: 'trace',
  label: 'Program',
  description: 'The recorded program.',
  unit: '',
  kind: 'choice',
  choices: TRACE_NAMES.map((name) => ({ value: name, label: name })),
  // Imported recordings have names of their own.
  open: true,
  default: TRACE_NAMES[0],
  source: 'valgrind lackey recordings, see public/page-traces',
  group: 'Stream',
};
const from = numberParameter(
  'from',
  'From row',
  'Row of the recording to start at; after the last row it goes on with the first.',
  'rows',
  [0, 1_000_000, 1],
  0,
);

export const traceStream: StreamKind = {
  kind: 'trace',
  name: 'Recorded program',
  description: 'Page references of a real program; keys are page numbers in order of first touch.',
  source: 'valgrind lackey recordings, see public/page-traces',
  parameters: [trace, from],
  gives: 'keys',
  needs: 'library',
  create: (spec) => {
    const wanted = spec.parameters[trace.path] ?? trace.default;
    const pages = spec.library?.traces.find(({ name }) => name === wanted)?.pages;
    if (pages === undefined) {
      const known = trace.choices?.map(({ value }) => value) ?? [];
      throw new Error(
        known.includes(String(wanted))
          ? `The recording "${wanted}" is not among the loaded page traces; reload the page.`
          : `The setting "trace" of the stream "trace" is ${wanted}; it must be one of ${known.join(', ')}, or an imported one.`,
      );
    }
    let row = numberOf(spec, from) % pages.length;
    return {
      next: () => {
        const page = pages[row] as number;
        row = row + 1 === pages.length ? 0 : row + 1;
        return page;
      },
    };
  },
};
