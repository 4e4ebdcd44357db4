/** The unit a number is typed in: bytes a second are many digits, so they are typed as MB/s. */
export interface EntryUnit {
  readonly unit: string;
  readonly factor: number;
}

export function entryUnit(unit: string): EntryUnit {
  return unit === 'B/s' ? { unit: 'MB/s', factor: 1e6 } : { unit, factor: 1 };
}
