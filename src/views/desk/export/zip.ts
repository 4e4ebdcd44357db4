/** Several files as one. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** The time in every entry, so that the same files give the same archive. */
const WHEN = new Date(2000, 0, 1);

export class Archive {
  private readonly parts: Uint8Array<ArrayBuffer>[] = [];
  private readonly zip: Zip;
  private readonly done: Promise<void>;

  constructor() {
    let end = () => {};
    let fail = (_: unknown) => {};
    this.done = new Promise((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
    this.zip = new Zip((error, part, last) => {
      if (error) fail(error);
      else this.parts.push(part as Uint8Array<ArrayBuffer>);
      if (last) end();
    });
  }

  /** Pictures are packed already; texts are packed here. */
  async add(name: string, file: Blob): Promise<void> {
    const entry = name.endsWith('.png') ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = WHEN;
    this.zip.add(entry);
    entry.push(new Uint8Array(await file.arrayBuffer()), true);
  }

  async close(): Promise<Blob> {
    this.zip.end();
    await this.done;
    return new Blob(this.parts, { type: 'application/zip' });
  }
}
