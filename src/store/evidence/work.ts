/** One piece of long work of the Evidence page; what went down with its worker begins again with the next one. */
import type { LongWork } from '../long-work.ts';
import { SingleWork } from '../single-work.ts';
import type { EvidenceCore } from './core.ts';
import type { EvidenceState } from './types.ts';

type Field = 'twins' | 'detail' | 'gains' | 'tables' | 'published' | 'log' | 'references' | 'speed';
type ResultOf<F extends Field> = NonNullable<EvidenceState[F]['result']>;

export class Work<F extends Field> extends SingleWork<ResultOf<F>> {
  constructor({ store, onDeath }: EvidenceCore, field: F) {
    super(
      {
        get: () => store.getState()[field] as LongWork<ResultOf<F>>,
        put: (work) => store.setState({ [field]: work } as Partial<EvidenceState>),
      },
      'wait',
    );
    onDeath.push((again) => {
      if (again) this.again();
      else this.stop();
    });
  }
}
