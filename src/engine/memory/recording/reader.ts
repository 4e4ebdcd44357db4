/** Reads a recording of any form from pieces of bytes, with bounded memory, and keeps what was good of it. */
import type { Trace } from '../trace.ts';
import { csvForm } from './csv-form.ts';
import type { CreateForm, TraceForm, TraceFormName } from './form.ts';
import { lackeyForm } from './lackey-form.ts';
import { Lines, LONGEST_LINE } from './lines.ts';
import { pagesForm } from './pages-form.ts';
import { RECORDING_LIMITS, Rows } from './rows.ts';

export interface TraceReading {
  readonly form: TraceFormName;
  readonly trace: Trace;
  /** rows that write */
  readonly writes: number;
  readonly lines: number;
  /** lines that were left out, and the first of them: one sentence each with number and reason */
  readonly leftOut: number;
  readonly complaints: readonly string[];
}

const FORMS: Readonly<Record<TraceFormName, CreateForm>> = {
  csv: csvForm,
  lackey: lackeyForm,
  pages: pagesForm,
};

/** complaints told one by one; the others are counted */
const MOST_COMPLAINTS = 20;
const MOST_ROWS = RECORDING_LIMITS.rows.toLocaleString('en');
/** of a line, in a complaint */
const QUOTED = 40;

export class TraceReader {
  private readonly name: TraceFormName;
  private readonly rows = new Rows();
  private readonly form: TraceForm;
  private readonly split: Lines;
  private readonly complaints: string[] = [];
  private leftOut = 0;
  private lines = 0;
  /** the first line there was no room for */
  private fullAt: number | null = null;

  constructor(form: TraceFormName) {
    this.name = form;
    this.form = FORMS[form](this.rows);
    this.split = new Lines((bytes, from, to) => this.line(bytes, from, to));
  }

  /** rows so far */
  get count(): number {
    return this.rows.count;
  }

  /** there is room for no more: what comes is left out */
  get isFull(): boolean {
    return this.rows.isFull;
  }

  push(bytes: Uint8Array): void {
    this.split.push(bytes);
  }

  /**
   * @param stem what the trace is called beside its fingerprint
   * @throws Error that says why, in the middle of a sentence, where nothing of it can be used
   */
  finish(stem: string): TraceReading {
    this.split.finish();
    this.form.finish();
    const { name, lines, leftOut, complaints } = this;
    if (this.rows.count === 0) {
      throw new Error(`it holds no page reference that can be used. ${complaints[0] ?? ''}`.trim());
    }
    if (this.fullAt !== null)
      complaints.unshift(`Line ${this.fullAt} and all after it: a trace has room for ${MOST_ROWS} rows.`);
    const trace = this.rows.trace(stem);
    const writes = trace.writes.reduce((sum, wrote) => sum + wrote, 0);
    return { form: name, trace, writes, lines, leftOut, complaints };
  }

  private line(bytes: Uint8Array, from: number, to: number): void {
    this.lines += 1;
    if (from === to) return;
    if (this.rows.isFull) {
      this.leftOut += 1;
      this.fullAt ??= this.lines;
      return;
    }
    const problem =
      to - from >= LONGEST_LINE
        ? `is longer than ${LONGEST_LINE - 1} letters`
        : this.form.line(bytes, from, to, this.lines);
    if (problem === null) return;
    this.leftOut += 1;
    if (this.complaints.length === MOST_COMPLAINTS) return;
    this.complaints.push(`Line ${this.lines}: "${quote(bytes, from, to)}" ${problem}.`);
  }
}

/** What people can read of a line; other bytes become a middle dot. */
function quote(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < Math.min(to, from + QUOTED); at += 1) {
    const byte = bytes[at] as number;
    text += byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·';
  }
  return to - from > QUOTED ? `${text}…` : text;
}
