/** What the shell's controls say, in English. */
import type { FailoverMode } from '../../protocol/model.ts';

export const UI = {
  name: 'Migrascope',
  workspaces: 'Workspaces',
  workspaceNames: {
    failover: 'Failover',
    migration: 'Migration',
    trees: 'Trees',
    explore: 'Explore',
    evidence: 'Evidence',
  },
  loading: 'The workspace is being loaded …',
  demo: 'Play the 30 s demo',
  mode: 'What the stop does',
  menu: 'Menu',
  parameters: 'Parameters',
  failures: 'Hurt something',
  heartbeat: 'Heartbeat log',
  look: 'Look into',
  explain: 'Round trips and CPU',
  explainPings: 'Where a ping’s time goes',
  tables: 'The paper’s tables',
  branches: 'Branches {count}',
  courses: 'Compare failures',
  share: 'Share',
  desk: 'Keep',
  present: 'Present',
  leavePresent: 'Leave',
  why: 'Why?',
  summary: 'Summary',
  help: 'Help',
  toLight: 'Switch to light colours',
  toDark: 'Switch to dark colours',
  close: 'Close',
} as const;

export const FAILOVER_MODES: readonly { value: FailoverMode; label: string }[] = [
  { value: 'paper-script', label: 'Paper’s script' },
  { value: 'stock-migrating', label: 'Stock, migrating' },
  { value: 'stock-rebooting', label: 'Stock, rebooting' },
];

/** Fills `{slot}`. */
export function fill(template: string, slots: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
