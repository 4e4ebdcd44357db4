import type { Scenario } from '../../protocol/model.ts';

/** Whether a stop in this scenario predicts hot pages and holds them back, so that prediction can be spoken of. */
export function holdsBack({ failover, migration, prediction }: Scenario): boolean {
  return (
    failover !== 'stock-rebooting' &&
    migration.strategy === 'working-set-pre-copy' &&
    prediction.predictor !== 'none'
  );
}
