/** What can be taken from the Migration workspace. */
import type { Taken } from '../taken.ts';
import type { MigrationCore } from './core.ts';

export function takeMigration({ store }: MigrationCore): Taken | null {
  const { lab, opened, actions } = store.getState();
  if (lab === null || opened === null) return null;
  return {
    workspace: 'migration',
    name: lab.spec.strategy.kind,
    link: actions.link(),
    file: { name: 'migration.json', json: lab.spec },
    subject: { kind: 'migration', spec: lab.spec },
    figures: [],
    series: [],
    texts: [],
  };
}
