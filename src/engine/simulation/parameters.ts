/** Every setting a control is made for: unit, range, default and where the default comes from. */
import type { ParameterInfo } from '../../base/parameter.ts';
import { clusterParameters } from './parameters/cluster.ts';
import { heartbeatParameters } from './parameters/heartbeat.ts';
import { migrationParameters } from './parameters/migration.ts';
import { networkParameters } from './parameters/network.ts';
import { predictionParameters } from './parameters/prediction.ts';
import { runParameters } from './parameters/run.ts';
import { workParameters } from './parameters/work.ts';

export { valueAt } from './parameters/group.ts';

export const parameters: readonly ParameterInfo[] = [
  ...runParameters,
  ...workParameters,
  ...migrationParameters,
  ...predictionParameters,
  ...networkParameters,
  ...clusterParameters,
  ...heartbeatParameters,
];
