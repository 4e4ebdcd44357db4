import type { Predictor } from '../predictor.ts';

/** Predicts nothing: working-set pre-copy becomes plain pre-copy. */
export class NoPredictor implements Predictor {
  readonly kind = 'none';

  reference(): void {}

  predict(): Int32Array {
    return new Int32Array(0);
  }

  treeOf(): null {
    return null;
  }
}
