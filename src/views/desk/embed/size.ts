/** CSS pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

const LEAST: FrameSize = { width: 320, height: 240 };
const MOST = 4000;

export function fits({ width, height }: FrameSize): boolean {
  const whole = Number.isInteger(width) && Number.isInteger(height);
  return whole && width >= LEAST.width && height >= LEAST.height && width <= MOST && height <= MOST;
}

export function sizeName({ width, height }: FrameSize): string {
  return `${width}×${height}`;
}

export function sizeNamed(name: string): FrameSize {
  const [width = LEAST.width, height = LEAST.height] = name.split('×').map(Number);
  return { width, height };
}
