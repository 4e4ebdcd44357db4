/**
 * Units as "flavours": a plain number may be used where a unit is wanted, but one unit never stands in for
 * another. Simulated time is whole microseconds everywhere in the engine; milliseconds appear only at the borders.
 */
declare const unit: unique symbol;
type Flavour<Name extends string> = number & { readonly [unit]?: Name };

export type Micros = Flavour<'micros'>;
export type Millis = Flavour<'millis'>;
export type Bytes = Flavour<'bytes'>;
export type Pages = Flavour<'pages'>;
export type BitsPerSecond = Flavour<'bits-per-second'>;
export type Percent = Flavour<'percent'>;

export const MICROS_PER_MILLI = 1_000;
export const MICROS_PER_SECOND = 1_000_000;
/** Memory is counted in binary units, the wire in decimal ones. */
export const BYTES_PER_MIB = 1_048_576;

/** Milliseconds to the nearest whole microsecond. */
export function microsFromMillis(millis: Millis): Micros {
  return Math.round(millis * MICROS_PER_MILLI);
}
