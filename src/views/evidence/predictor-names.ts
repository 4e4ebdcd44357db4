/** As people know them; a kind that is not here is called by its name in the catalogue. */
export const PREDICTOR_NAMES: Readonly<Record<string, string>> = {
  none: 'none',
  lru: 'LRU',
  'lru-k': 'LRU-K',
  fbr: 'FBR',
  lrfu: 'LRFU',
  'lru-sp': 'LRU-SP',
  'lazy-counting': 'lazy counting',
  oracle: 'oracle',
};
