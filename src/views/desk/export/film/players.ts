/** Who knows the moments of which workspace. */
import type { Workspace } from '../../../../protocol/link.ts';
import { failoverPlayer } from './failover-player.ts';
import type { Player } from './player.ts';

/** @returns null where nothing plays */
export async function playerOf(workspace: Workspace): Promise<Player | null> {
  if (workspace === 'failover') return failoverPlayer();
  if (workspace === 'migration') return (await import('./migration-player.ts')).migrationPlayer();
  if (workspace === 'trees') return (await import('./trees-player.ts')).treesPlayer();
  return null;
}
