/** What can be taken from the Failover workspace: the run on screen, as far as it was watched. */
import type { Micros } from '../base/units.ts';
import type { Catalogue } from '../protocol/catalogue.ts';
import { heartbeatLog } from '../protocol/heartbeat-log.ts';
import { encodeLink } from '../protocol/link.ts';
import type { History, Run } from '../protocol/model.ts';
import { commandText, eventText, format } from '../protocol/texts.ts';
import type { Core } from './core.ts';
import { readPath } from './paths.ts';
import { activeBranch } from './select.ts';
import { failoverFigures } from './take-failover-figures.ts';
import { failoverSeries } from './take-failover-series.ts';
import { WORDS } from './take-failover-words.ts';
import { joinedName } from './take-names.ts';
import type { Taken, TakenText } from './taken.ts';

export function takeFailover({ store }: Core): Taken | null {
  const state = store.getState();
  const branch = activeBranch(state);
  const { catalogue } = state;
  if (!branch || !catalogue) return null;
  const { run } = branch;
  const untilUs = branch.reachedUs;
  const history = branch.farHistory ?? branch.history;
  return {
    workspace: 'failover',
    name: nameOf(catalogue, run),
    moment: format(WORDS.moment, { at: state.atUs }),
    link: encodeLink({ workspace: 'failover', run, atUs: state.atUs }, catalogue.defaultRun),
    file: { name: 'scenario.json', json: fileOf(run) },
    subject: { kind: 'failover', run },
    figures: history === null ? [] : failoverFigures(run, history, branch.series.pings, untilUs),
    series: failoverSeries(branch, history, untilUs),
    texts: history === null ? [] : textsOf(run, history, untilUs),
  };
}

/** As the command line's `run` reads it: commands with their fields beside their moments. */
function fileOf({ scenario, commands }: Run): unknown {
  return { ...scenario, commands: commands.map(({ atMs, command }) => ({ atMs, ...command })) };
}

/** "Stop of node 1 at 18 s, paper’s script, rate 500 Mb/s" */
function nameOf({ parameters, defaultRun }: Catalogue, { scenario, commands }: Run): string {
  const done = commands.map(({ atMs, command }) =>
    format(WORDS.command, { what: commandText(command), at: seconds(atMs) }),
  );
  const changed = parameters.flatMap(({ path, label, unit, choices }) => {
    const value = readPath(scenario, path);
    if (path === 'failover' || value === undefined || value === readPath(defaultRun.scenario, path))
      return [];
    const words = choices?.find((choice) => choice.value === value)?.label ?? String(value);
    const quantity = unit === '' ? words : format(WORDS.unit, { value: words, unit });
    return [format(WORDS.setting, { label, value: quantity })];
  });
  const first = done.length > 0 ? done : [WORDS.nothing];
  return joinedName([...first, WORDS.modes[scenario.failover], ...changed], WORDS.more);
}

/** 18_000 → "18", 18_350 → "18.35" */
function seconds(atMs: number): string {
  return String(Math.round(atMs) / 1000);
}

function textsOf(run: Run, history: History, untilUs: Micros): TakenText[] {
  const lines = () => heartbeatLog(history, run.scenario, untilUs).map(({ text }) => text);
  const events = () =>
    history.events
      .filter(({ atUs }) => atUs <= untilUs)
      .map((event) => format(WORDS.event, { ms: (event.atUs / 1000).toFixed(3), text: eventText(event) }));
  return [
    { name: WORDS.texts.log, file: 'heartbeat.log', text: async () => asText(lines()) },
    { name: WORDS.texts.events, file: 'events.txt', text: async () => asText(events()) },
  ];
}

function asText(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
