/** The programs a stream may replay, with imported ones among them. */
import { traceLabel } from '../../protocol/import/trace-name.ts';
import type { TreesCatalogue } from '../../protocol/trees/requests.ts';

export function withTraces(catalogue: TreesCatalogue, names: readonly string[]): TreesCatalogue {
  const imported = names.map((value) => ({ value, label: traceLabel(value) }));
  return {
    ...catalogue,
    streams: catalogue.streams.map((stream) => ({
      ...stream,
      parameters: stream.parameters.map((parameter) =>
        parameter.open === true
          ? { ...parameter, choices: [...(parameter.choices ?? []), ...imported] }
          : parameter,
      ),
    })),
  };
}
