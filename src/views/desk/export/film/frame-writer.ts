/** Where the frames go: into a WebM, or as PNG files into a zip. */
import { blobOf } from '../picture/raster.ts';

export interface FrameWriter {
  /** the canvas holds frame i */
  add(i: number): Promise<void>;
  close(): Promise<Blob>;
  cancel(): Promise<void>;
}

const NO_WEBM = 'This browser cannot write a WebM of that size; choose PNG frames or a smaller width.';

export function frameWriter(
  kind: 'webm' | 'png',
  canvas: HTMLCanvasElement,
  rate: number,
): Promise<FrameWriter> {
  return kind === 'webm' ? webmWriter(canvas, rate) : pngWriter(canvas);
}

const CODECS = ['vp9', 'vp8', 'av1'] as const;

/** @returns the first codec this browser encodes frames of that size with */
async function codecFor(width: number, height: number) {
  if (!('VideoEncoder' in globalThis)) return null;
  const { getFirstEncodableVideoCodec } = await import('mediabunny');
  return getFirstEncodableVideoCodec([...CODECS], { width, height });
}

/** Asked before anything is loaded that could write one. */
export async function canWriteWebm(): Promise<boolean> {
  if (!('VideoEncoder' in globalThis)) return false;
  const asked = ['vp09.00.10.08', 'vp8'].map((codec) =>
    VideoEncoder.isConfigSupported({ codec, width: 1280, height: 720 }).then(
      ({ supported }) => supported === true,
      () => false,
    ),
  );
  return (await Promise.all(asked)).includes(true);
}

async function webmWriter(canvas: HTMLCanvasElement, rate: number): Promise<FrameWriter> {
  const codec = await codecFor(canvas.width, canvas.height);
  if (codec === null) throw new Error(NO_WEBM);
  const { BufferTarget, CanvasSource, Output, Quality, WebMOutputFormat } = await import('mediabunny');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, quality: new Quality('high') });
  output.addVideoTrack(source, { frameRate: rate });
  await output.start();
  return {
    add: (i) => source.add(i / rate, 1 / rate),
    close: async () => {
      await output.finalize();
      return new Blob([target.buffer ?? new ArrayBuffer(0)], { type: 'video/webm' });
    },
    cancel: () => output.cancel(),
  };
}

async function pngWriter(canvas: HTMLCanvasElement): Promise<FrameWriter> {
  const { Archive } = await import('../zip.ts');
  const archive = new Archive();
  return {
    add: async (i) => archive.add(`frame-${String(i + 1).padStart(4, '0')}.png`, await blobOf(canvas)),
    close: () => archive.close(),
    cancel: async () => {},
  };
}
