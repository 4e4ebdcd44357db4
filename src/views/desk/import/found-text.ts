/** What something was read as, in one sentence. */
import { formatNumber } from '../../../base/format.ts';
import type { Found } from '../../../protocol/import/requests.ts';
import { plainText } from '../../shared/template.ts';
import { COMMANDS, FOUND, WORDS } from './words.ts';

type Told = Exclude<Found, { kind: 'problem' } | { kind: 'trace' }>;

export function foundText(found: Told): string {
  switch (found.kind) {
    case 'failover': {
      const { scenario, commands } = found.run;
      const count = formatNumber(commands.length);
      const template =
        commands.length === 0 ? COMMANDS.none : commands.length === 1 ? COMMANDS.one : COMMANDS.many;
      return plainText(FOUND.failover.one, {
        nodes: String(scenario.cluster.nodes),
        guests: String(scenario.guests.length),
        commands: plainText(template, { count }),
      });
    }
    case 'migration': {
      const { vm, strategy } = found.lab.spec;
      return plainText(FOUND.migration.one, {
        memory: formatNumber(vm.memoryMiB),
        strategy: strategy.kind,
      });
    }
    case 'trees':
      return plainText(FOUND.trees.one, { tree: found.spec.tree.kind, stream: found.spec.stream.kind });
    case 'sweep':
      return plainText(FOUND.sweep.one, { sweep: found.spec.name });
    case 'numbers':
      return plainText(WORDS.numbers, { count: formatNumber(found.count) });
    case 'link':
      return plainText(FOUND.link.one, { workspace: found.workspace });
    default:
      return FOUND[found.kind].one;
  }
}
