/** Reading and writing a scenario by the paths of Catalogue.parameters, e.g. "guests.0.memoryMiB". */

export function readPath(whole: unknown, path: string): unknown {
  let value = whole;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** A copy of `whole` with one value changed; null where the path does not lead to a value. */
export function writePath<T>(whole: T, path: string, value: unknown): T | null {
  const [key = '', ...rest] = path.split('.');
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, key)) return null;
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string, unknown>;
  if (rest.length === 0) {
    copy[key] = value;
    return copy as T;
  }
  const inner = writePath(copy[key], rest.join('.'), value);
  if (inner === null) return null;
  copy[key] = inner;
  return copy as T;
}
