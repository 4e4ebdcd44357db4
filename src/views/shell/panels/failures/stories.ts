/** Failures worth watching, as runs from just before they begin. */
import type { Run, Scenario, TimedCommand } from '../../../../protocol/model.ts';
import type { STORIES_WORDS } from './words.ts';

export interface FailureStory {
  readonly name: keyof typeof STORIES_WORDS;
  readonly commands: readonly TimedCommand[];
  /** STONITH as the story needs it; null = as it is set */
  readonly stonith: boolean | null;
}

const FIRST_MS = 5000;
const LEAD_MS = 1000;
/** Everybody has noticed and booted by then, with the deadtime of half a minute; shorter settings only wait longer. */
const HEAL_MS = 95_000;

const node = 1;

export const STORIES: readonly FailureStory[] = [
  { name: 'crash', commands: [{ atMs: FIRST_MS, command: { kind: 'crash-node', node } }], stonith: null },
  {
    name: 'partition',
    commands: [
      { atMs: FIRST_MS, command: { kind: 'cut-heartbeat', node } },
      { atMs: HEAL_MS, command: { kind: 'heal-heartbeat', node } },
    ],
    stonith: false,
  },
  {
    name: 'fencing',
    commands: [{ atMs: FIRST_MS, command: { kind: 'cut-heartbeat', node } }],
    stonith: true,
  },
  {
    name: 'frozen',
    commands: [
      { atMs: FIRST_MS, command: { kind: 'freeze-node', node } },
      { atMs: HEAL_MS, command: { kind: 'thaw-node', node } },
    ],
    stonith: false,
  },
  {
    name: 'storage',
    commands: [
      { atMs: FIRST_MS, command: { kind: 'stop-storage' } },
      { atMs: FIRST_MS + 10_000, command: { kind: 'start-storage' } },
    ],
    stonith: null,
  },
  {
    name: 'unheard',
    commands: [
      { atMs: FIRST_MS, command: { kind: 'cut-heartbeat', node } },
      { atMs: FIRST_MS + 2000, command: { kind: 'stop-node', node } },
    ],
    stonith: null,
  },
];

/** The story with the present settings. */
export function storyRun(scenario: Scenario, { commands, stonith }: FailureStory): Run {
  if (stonith === null) return { scenario, commands };
  return { scenario: { ...scenario, heartbeat: { ...scenario.heartbeat, stonith } }, commands };
}

/** Where it is worth beginning to watch. */
export function storyBeginUs({ commands }: FailureStory): number {
  return Math.max(0, (commands[0]?.atMs ?? 0) - LEAD_MS) * 1000;
}
