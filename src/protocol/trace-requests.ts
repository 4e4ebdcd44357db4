/** What every worker that replays page traces can be asked about imported ones. */

/** So many rows of a trace at a time: a message of 5 MB holds nobody up. */
export const PART_ROWS = 1_048_576;

/** Some rows of a trace; all parts of one, in order, make it. */
export interface TracePart {
  readonly name: string;
  /** of the whole trace */
  readonly rows: number;
  readonly pageCount: number;
  /** its first row, from 0 */
  readonly from: number;
  readonly pages: Int32Array;
  readonly writes: Uint8Array;
}

export interface TraceRequests {
  /** which of these it has not */
  missingTraces: {
    request: { readonly names: readonly string[] };
    reply: { readonly missing: readonly string[] };
  };
  addTrace: { request: { readonly part: TracePart }; reply: { readonly complete: boolean } };
}
