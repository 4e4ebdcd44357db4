/** What a setting of a run is now. */
import { readPath } from '../../../base/paths.ts';
import type { Subject } from '../../../protocol/explore/requests.ts';

/** @returns undefined where the run has no such setting, or it stands at its default */
export function settingOf(subject: Subject, path: string): unknown {
  switch (subject.kind) {
    case 'failover':
      return readPath(path.startsWith('commands.') ? subject.run : subject.run.scenario, path);
    case 'migration':
      return readPath(subject.spec, path);
    case 'trees': {
      const size = /:(\d+)$/.exec(subject.lab.start)?.[1];
      return path === 'startKeys' ? size && Number(size) : readPath(subject.lab, path);
    }
  }
}

/** Whether a parameter has any effect on this run as it stands. */
export function matters(
  subject: Subject,
  when: { readonly path: string; readonly values: readonly string[] } | undefined,
): boolean {
  return when === undefined || when.values.includes(String(settingOf(subject, when.path)));
}
