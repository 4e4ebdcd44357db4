import { formatSeconds } from '../../../../base/format.ts';
import type { Scenario } from '../../../../protocol/model.ts';
import type { CourseKind } from '../../../../protocol/requests.ts';
import { plainText } from '../../../shared/template.ts';
import { NAMES } from './words.ts';

/** As the engine has it: 18 s, deadtime, and 50 s more for the boots. */
const THAW_AFTER_DEADTIME_MS = 68_000;

/** @returns the course's name, what tells it from others of that name, and both in one */
export function nameOf(kind: CourseKind, scenario: Scenario): { name: string; about: string; full: string } {
  const { name, about: template } = NAMES[kind];
  const thawMs = scenario.heartbeat.deadtimeMs + THAW_AFTER_DEADTIME_MS;
  const about = plainText(template, { vm: scenario.pingedVm, thaw: formatSeconds(thawMs * 1000, 0) });
  return { name, about, full: `${name}, ${about}` };
}
