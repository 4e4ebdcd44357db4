/** Pages of x86 guests. */
import { BYTES_PER_MIB, type Bytes } from '../../base/units.ts';

export const PAGE_BYTES: Bytes = 4096;
export const PAGES_PER_MIB = BYTES_PER_MIB / PAGE_BYTES;
