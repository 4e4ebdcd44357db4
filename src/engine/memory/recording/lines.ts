/** Cuts a stream of bytes into lines, whatever pieces it comes in. Nothing is decoded: traces are plain ASCII. */

/** A longer line belongs to no trace; of it no more than this is held. */
export const LONGEST_LINE = 4096;

const LINE_FEED = 10;
const RETURN = 13;

/** @param from first byte of the line @param to behind its last one; line ends and spaces around it are cut off */
type OnLine = (bytes: Uint8Array, from: number, to: number) => void;

export class Lines {
  private readonly onLine: OnLine;
  private readonly held = new Uint8Array(LONGEST_LINE);
  private heldBytes = 0;

  constructor(onLine: OnLine) {
    this.onLine = onLine;
  }

  push(bytes: Uint8Array): void {
    let from = 0;
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
      if (this.heldBytes === 0) this.tell(bytes, from, at);
      else {
        this.hold(bytes, from, at);
        this.flush();
      }
      from = at + 1;
    }
    this.hold(bytes, from, bytes.length);
  }

  /** the last line may have no end */
  finish(): void {
    if (this.heldBytes > 0) this.flush();
  }

  private hold(bytes: Uint8Array, from: number, to: number): void {
    const room = Math.min(to - from, LONGEST_LINE - this.heldBytes);
    if (room <= 0) return;
    this.held.set(bytes.subarray(from, from + room), this.heldBytes);
    this.heldBytes += room;
  }

  private flush(): void {
    const bytes = this.heldBytes;
    this.heldBytes = 0;
    this.tell(this.held, 0, bytes);
  }

  private tell(bytes: Uint8Array, from: number, to: number): void {
    let end = to;
    while (end > from && isSpace(bytes[end - 1] as number)) end -= 1;
    this.onLine(bytes, from, end);
  }
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 9 || byte === RETURN;
