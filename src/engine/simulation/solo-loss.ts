/** What the death of a host costs a migration, counted and said. */
import { formatCount } from '../../base/format.ts';
import type { Transfer } from '../migration/transfer.ts';
import type { Loss } from './solo-result.ts';

interface Death {
  readonly side: Loss['side'];
  readonly phase: Loss['phase'];
  readonly transfer: Transfer;
  /** newest version of each page */
  readonly versions: Uint32Array;
  /** whether a page was written at the destination since the VM runs there */
  readonly isWrittenHere: (page: number) => boolean;
}

/** whether the newest version of a page was only on the host that died */
export function isLost({ side, transfer, versions, isWrittenHere }: Death, page: number): boolean {
  if (side === 'destination') return isWrittenHere(page);
  return transfer.destination[page] !== (versions[page] as number) + 1;
}

export function lossOf(death: Death): Loss {
  const { side, phase, transfer, versions } = death;
  let missing = 0;
  for (let page = 0; page < versions.length; page += 1) if (isLost(death, page)) missing += 1;
  if (side === 'destination') {
    return phase === 'post-copy'
      ? {
          side,
          phase,
          pages: missing,
          sentence: `The destination died while the VM ran there: ${formatCount(missing)} pages written there since have no other copy, and its CPU state is gone.`,
        }
      : {
          side,
          phase,
          pages: 0,
          sentence: `The destination died before it had the VM: nothing is lost, the VM runs on at its source; ${formatCount(transfer.totalSent)} pages went for nothing.`,
        };
  }
  const where =
    phase === 'post-copy' ? 'while the VM ran at the destination' : 'before the destination had the VM';
  return {
    side,
    phase,
    pages: missing,
    sentence: `The source died ${where}: the newest version of ${formatCount(missing)} pages was only there, so the VM is lost.`,
  };
}
