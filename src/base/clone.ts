/**
 * One deep clone and one hash for every state of the engine. Both rely on one convention: **state is data**. An object
 * in a state may be of a class (its methods come along by its prototype) but its own fields are numbers, booleans,
 * strings, null, typed arrays, arrays and further such objects; no closures, no Map, no Date.
 *
 * An object whose layout may differ while it means the same (a heap) gives its own digest by `hashInto(digest)`.
 * A frozen object is shared, not copied: scenarios and recorded traces never change.
 */
type AnyTypedArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array;

function isTypedArray(value: object): value is AnyTypedArray {
  return ArrayBuffer.isView(value);
}

export function clone<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (isTypedArray(value)) return value.slice() as T;
  if (Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    const copy: unknown[] = new Array(value.length);
    for (let i = 0; i < value.length; i += 1) copy[i] = clone(value[i]);
    return copy as T;
  }
  const copy = Object.create(Object.getPrototypeOf(value) as object | null) as Record<string, unknown>;
  for (const [key, field] of Object.entries(value)) copy[key] = clone(field);
  return copy as T;
}

/** 64-bit FNV-like digest of a state, as 16 hexadecimal digits. Field order does not matter; frozen parts are left out. */
export function hashState(value: unknown): string {
  const digest = new Digest();
  digest.add(value);
  return digest.hex();
}

export class Digest {
  private low = 0x811c9dc5 | 0;
  private high = 0x9747b28c | 0;
  private readonly float = new Float64Array(1);
  private readonly words = new Int32Array(this.float.buffer);

  word(x: number): void {
    this.low = Math.imul(this.low ^ x, 0x01000193);
    this.low ^= this.low >>> 15;
    this.high = Math.imul(this.high ^ ((x >>> 16) | (x << 16)), 0x85ebca6b);
    this.high ^= this.high >>> 13;
  }

  number(x: number): void {
    // one NaN and one zero, whatever their bits
    this.float[0] = Number.isNaN(x) ? Number.NaN : x + 0;
    if (Number.isNaN(x)) {
      this.word(0x7ff80001);
      return;
    }
    this.word(this.words[0] as number);
    this.word(this.words[1] as number);
  }

  text(s: string): void {
    this.word(s.length);
    for (let i = 0; i < s.length; i += 1) this.word(s.charCodeAt(i));
  }

  add(value: unknown): void {
    switch (typeof value) {
      case 'number':
        this.number(value);
        return;
      case 'string':
        this.text(value);
        return;
      case 'boolean':
        this.word(value ? 2 : 3);
        return;
      case 'undefined':
        this.word(5);
        return;
      case 'object':
        break;
      default:
        throw new Error(`A state holds a ${typeof value}; only data can be hashed.`);
    }
    if (value === null) {
      this.word(7);
      return;
    }
    if (isTypedArray(value)) {
      this.typedArray(value);
      return;
    }
    if (Object.isFrozen(value)) {
      this.word(11);
      return;
    }
    if (Array.isArray(value)) {
      this.word(value.length);
      for (const item of value) this.add(item);
      return;
    }
    if ('hashInto' in value && typeof value.hashInto === 'function') {
      value.hashInto(this);
      return;
    }
    for (const key of Object.keys(value).sort()) {
      this.text(key);
      this.add((value as Record<string, unknown>)[key]);
    }
  }

  private typedArray(array: AnyTypedArray): void {
    this.word(array.length);
    if (array instanceof Float64Array || array instanceof Float32Array) {
      for (let i = 0; i < array.length; i += 1) this.number(array[i] as number);
      return;
    }
    for (let i = 0; i < array.length; i += 1) this.word((array[i] as number) | 0);
  }

  hex(): string {
    const part = (x: number): string => (x >>> 0).toString(16).padStart(8, '0');
    return part(this.high) + part(this.low);
  }
}
