/** A cluster's history as the log files of its nodes. Pure: the same history gives the same lines. */
import type { Micros } from '../base/units.ts';
import type { History, HistoryEvent } from '../engine/simulation/history.ts';
import type { Scenario } from '../engine/simulation/scenario.ts';
import { LOG, type LogLevel, type LogTemplate, SETTINGS } from './heartbeat-log-en.ts';

export interface LogLine {
  readonly atUs: Micros;
  /** whose log, counted from 1; 0 = nobody's own */
  readonly node: number;
  readonly level: LogLevel;
  /** `heartbeat[2112]: 2011/03/07_14:00:18 WARN: node node1: is dead` */
  readonly text: string;
}

/** Lines of all nodes in order of time, as far as `untilUs`. */
export function heartbeatLog(history: History, scenario: Scenario, untilUs: Micros): LogLine[] {
  const lines = firstLines(scenario);
  for (const event of history.events) {
    if (event.atUs > untilUs) break;
    for (const template of LOG[event.code] ?? []) {
      for (const node of writersOf(template, event, scenario.cluster.nodes)) {
        lines.push(line(event.atUs, node, template, event.slots));
      }
    }
  }
  return lines;
}

function firstLines({ cluster, heartbeat }: Scenario): LogLine[] {
  const slots = {
    ...heartbeat,
    failback: heartbeat.autoFailback ? 'on' : 'off',
    stonith: heartbeat.stonith ? 'on' : 'off',
  };
  const template: LogTemplate = { by: 'node', source: 'heartbeat', level: 'info', text: SETTINGS };
  return Array.from({ length: cluster.nodes }, (_, id) => line(0, id + 1, template, slots));
}

function writersOf({ by }: LogTemplate, { slots }: HistoryEvent, nodes: number): number[] {
  if (by === 'cluster') return [0];
  const named = numberOf(slots[by === 'others' ? 'node' : by]);
  if (by !== 'others') return [named];
  return Array.from({ length: nodes }, (_, id) => id + 1).filter((node) => node !== named);
}

/** "node 2" or 2 → 2 */
function numberOf(name: unknown): number {
  return Number(/\d+/.exec(String(name))?.[0] ?? 0);
}

function line(
  atUs: Micros,
  node: number,
  { source, level, text }: LogTemplate,
  slots: Readonly<Record<string, unknown>>,
): LogLine {
  return {
    atUs,
    node,
    level,
    text: `${source}[${pid(source, node)}]: ${stamp(atUs)} ${level}: ${fill(text, slots)}`,
  };
}

/** Each program of a node keeps its number. */
function pid(source: LogTemplate['source'], node: number): number {
  const first = { heartbeat: 2111, ResourceManager: 2340, stonithd: 2119 }[source];
  return first + 31 * node;
}

const DAY = '2011/03/07';
const BEGIN_S = 14 * 3600;

/** Runs begin at two in the afternoon; Heartbeat's log knows whole seconds. */
function stamp(atUs: Micros): string {
  const seconds = BEGIN_S + Math.floor(atUs / 1e6);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${DAY}_${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function fill(template: string, slots: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = slots[name];
    if (value === undefined) return whole;
    if (typeof value === 'number') return String(Math.round(value));
    return String(value).replace(/\bnode (\d+)/g, 'node$1');
  });
}
