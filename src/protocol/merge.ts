/** Deep merge over defaults and its inverse, the difference to them; what links and files are made of. */
export type JsonRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `part` over `whole`. Records merge field by field. An array's length is that of `part`; its element i merges over
 * element i of the defaults, or over the last one where there are more (a seventh guest is like the sixth).
 */
export function mergeOver(whole: unknown, part: unknown): unknown {
  if (part === undefined) return whole;
  if (Array.isArray(part)) {
    const base = Array.isArray(whole) ? whole : [];
    return part.map((element, i) => mergeOver(base[Math.min(i, base.length - 1)], element));
  }
  if (!isRecord(part)) return part;
  const merged: JsonRecord = isRecord(whole) ? { ...whole } : {};
  for (const key of Object.keys(part)) merged[key] = mergeOver(merged[key], part[key]);
  return merged;
}

/** The least `part` with `mergeOver(whole, part)` equal to `value`; undefined when they are equal. */
export function differenceTo(whole: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const base = Array.isArray(whole) ? whole : [];
    const parts = value.map((element, i) => {
      const under = base[Math.min(i, base.length - 1)];
      return differenceTo(under, element) ?? (isRecord(element) ? {} : element);
    });
    const same = value.length === base.length && value.every((element, i) => sameJson(base[i], element));
    return same ? undefined : parts;
  }
  if (!isRecord(value)) return whole === value ? undefined : value;
  const part: JsonRecord = {};
  for (const key of Object.keys(value)) {
    const difference = differenceTo(isRecord(whole) ? whole[key] : undefined, value[key]);
    if (difference !== undefined) part[key] = difference;
  }
  return isRecord(whole) && Object.keys(part).length === 0 ? undefined : part;
}

export function sameJson(a: unknown, b: unknown): boolean {
  return differenceTo(a, b) === undefined && differenceTo(b, a) === undefined;
}
