/** How a run is named elsewhere: scenario, seed, version, link. */
import type { Run } from '../../../protocol/model.ts';
import { linkOf } from '../../../store/address.ts';
import { labelOf } from '../../../store/labels.ts';
import type { AppState } from '../../../store/types.ts';
import { FAILOVER_MODES, fill } from '../words.ts';

const CITATION =
  'Migrascope {version}, failover scenario ({mode}, strategy {strategy}, predictor {predictor}), seed {seed}, {commands}. {link}';

export function absoluteLink(state: AppState, moment: boolean): string {
  return `${location.origin}${location.pathname}${linkOf(state, moment)}`;
}

export function citation(state: AppState, run: Run): string {
  const { scenario, commands } = run;
  return fill(CITATION, {
    version: state.catalogue?.version ?? __APP_VERSION__,
    mode: FAILOVER_MODES.find(({ value }) => value === scenario.failover)?.label ?? scenario.failover,
    strategy: scenario.migration.strategy,
    predictor: scenario.prediction.predictor,
    seed: scenario.seed,
    commands: labelOf(commands),
    link: absoluteLink(state, false),
  });
}
