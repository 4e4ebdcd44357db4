import { formatMillis, formatSeconds } from '../../../../base/format.ts';
import type { Scenario } from '../../../../protocol/model.ts';
import { appStore } from '../../../../store/store.ts';
import { plainText } from '../../../shared/template.ts';
import { absoluteLink } from '../citation.ts';
import styles from './Courses.module.css';
import { WORDS } from './words.ts';

/** As the engine has it: paper A stops its node 18 s into the run. */
const FAILURE_US = 18_000_000;

/** What all rows share, in one line. */
export function Conditions({ scenario }: { scenario: Scenario }) {
  const { heartbeat, network, seed, pingedVm } = scenario;
  const node = plainText(WORDS.lane, { node: String(failingNode(scenario)) });
  return (
    <div className={styles.conditions}>
      <p>{plainText(WORDS.about, { node, seed: String(seed) })}</p>
      <p>
        {plainText(WORDS.conditions, {
          node,
          vm: pingedVm,
          at: formatSeconds(FAILURE_US, 0),
          ping: formatMillis(network.pingIntervalMs, 0),
          dead: formatSeconds(heartbeat.deadtimeMs * 1000, 0),
          fence: formatSeconds(heartbeat.stonithMs * 1000, 0),
        })}
      </p>
    </div>
  );
}

/** What tells a printed page from another; no date, since the run does not depend on one. */
export function Printed({ scenario }: { scenario: Scenario }) {
  const state = appStore.getState();
  return (
    <p className={styles.printed}>
      {plainText(WORDS.printed, {
        version: state.catalogue?.version ?? '',
        seed: String(scenario.seed),
        link: absoluteLink(state, false),
      })}
    </p>
  );
}

/** 1-based: the one the pinged guest starts on. */
function failingNode({ guests, pingedVm }: Scenario): number {
  return guests.find(({ name }) => name === pingedVm)?.node ?? 1;
}
