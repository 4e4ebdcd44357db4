/**
 * Keys of 31 bits can be compared by the sign of their difference, which costs less than a comparison made into a mask;
 * the difference of wider ones may overflow. Whether any tree has met a wide key is kept for all trees together and is no
 * part of their state: it decides how an access is made, never what comes of it.
 */
let haveMetWide = false;

function isWide(key: number): boolean {
  return (key << 1) >> 1 !== key;
}

/** To be told of every key that a tree takes in. */
export function meetKey(key: number): void {
  if (isWide(key)) haveMetWide = true;
}

/** Whether this key minus any key in any tree stays within 32 bits. */
export function canSubtract(key: number): boolean {
  return !haveMetWide && !isWide(key);
}
