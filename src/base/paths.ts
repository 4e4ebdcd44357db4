/** Reading and writing plain data by dotted paths, e.g. "guests.0.memoryMiB". */

/** @returns undefined where the path leads nowhere */
export function readPath(whole: unknown, path: string): unknown {
  let value = whole;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/**
 * A copy of `whole` with one value changed; null where the path does not lead to a value.
 * @param mayAdd the last name of the path may be one that is not there yet
 */
export function writePath<T>(whole: T, path: string, value: unknown, mayAdd = false): T | null {
  const [key = '', ...rest] = path.split('.');
  if (typeof whole !== 'object' || whole === null) return null;
  const isLast = rest.length === 0;
  if (!Object.hasOwn(whole, key) && !(mayAdd && isLast && !Array.isArray(whole))) return null;
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Record<string, unknown>;
  if (isLast) {
    copy[key] = value;
    return copy as T;
  }
  const inner = writePath(copy[key], rest.join('.'), value, mayAdd);
  if (inner === null) return null;
  copy[key] = inner;
  return copy as T;
}
