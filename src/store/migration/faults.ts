/** Things that go wrong, at the moment on screen: they change the lab from there on, and what was shown stays true. */
import type { Millis } from '../../base/units.ts';
import type { MoveLab, SoloLink, SoloSpec } from '../../protocol/migration/model.ts';
import { currentLab, type MigrationCore, type Slice } from './core.ts';
import { change } from './labs.ts';
import { text } from './messages.ts';

type Outages = SoloLink['outages'];
type FaultActions = 'breakLink' | 'restoreLink' | 'killHost' | 'removeFault';

export const faultActions: Slice<FaultActions> = (core) => {
  const now = () => core.store.getState();
  const changeSpec = (make: (spec: SoloSpec) => SoloSpec): Promise<string | null> => {
    const lab = currentLab(core);
    if (lab === null) return Promise.resolve(text('not-ready'));
    return change(core, { ...lab, spec: make(lab.spec) } satisfies MoveLab);
  };
  const whileItMoves = (make: (spec: SoloSpec, atMs: Millis) => SoloSpec): Promise<string | null> => {
    const refusal = notMoving(core);
    return refusal === null ? changeSpec((spec) => make(spec, now().atMs)) : Promise.resolve(refusal);
  };
  return {
    breakLink: (forMs) =>
      whileItMoves((spec, atMs) =>
        withOutages(spec, merged([...spec.link.outages, { fromMs: atMs, toMs: atMs + forMs }])),
      ),
    restoreLink: () => {
      const lab = currentLab(core);
      const { atMs } = now();
      if (lab === null) return Promise.resolve(text('not-ready'));
      const left = restored(lab.spec.link.outages, atMs);
      if (left === null) return Promise.resolve(text('link-is-up'));
      return changeSpec((spec) => withOutages(spec, left));
    },
    killHost: (which) =>
      whileItMoves((spec, atMs) => ({ ...spec, faults: { ...spec.faults, [deathOf(which)]: atMs } })),
    removeFault: (fault) => {
      const lab = currentLab(core);
      if (lab === null) return Promise.resolve(text('not-ready'));
      const { link, faults } = lab.spec;
      if (typeof fault === 'number') {
        if (link.outages[fault] === undefined) return Promise.resolve(text('no-such-fault'));
        const left = link.outages.filter((_, place) => place !== fault);
        return changeSpec((spec) => withOutages(spec, left));
      }
      if (faults[deathOf(fault)] === null) return Promise.resolve(text('no-such-fault'));
      return changeSpec((spec) => ({ ...spec, faults: { ...faults, [deathOf(fault)]: null } }));
    },
  };
};

function notMoving(core: MigrationCore): string | null {
  const { lab, atMs, endMs } = core.store.getState();
  if (lab === null) return text('not-ready');
  return atMs >= endMs ? text('all-over') : null;
}

function deathOf(which: 'source' | 'destination'): keyof SoloSpec['faults'] {
  return which === 'source' ? 'sourceDiesAtMs' : 'destinationDiesAtMs';
}

function withOutages(spec: SoloSpec, outages: Outages): SoloSpec {
  return { ...spec, link: { ...spec.link, outages } };
}

/** In order of time; what overlaps or touches becomes one. */
export function merged(outages: Outages): Outages {
  const inOrder = [...outages].sort((a, b) => a.fromMs - b.fromMs);
  const result: { fromMs: Millis; toMs: Millis }[] = [];
  for (const { fromMs, toMs } of inOrder) {
    const last = result.at(-1);
    if (last !== undefined && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else result.push({ fromMs, toMs });
  }
  return result;
}

/** The link is back at a moment; null where it was not down. */
export function restored(outages: Outages, atMs: Millis): Outages | null {
  const down = outages.findIndex(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  if (down < 0) return null;
  return outages.flatMap(({ fromMs, toMs }, place) => {
    if (place !== down) return [{ fromMs, toMs }];
    return fromMs < atMs ? [{ fromMs, toMs: atMs }] : [];
  });
}
