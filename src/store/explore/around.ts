/** A sweep around a run of another workspace: what matters most for its kind, from a quarter of it to four times as much. */
import { readPath } from '../../base/paths.ts';
import type {
  ExploreCatalogue,
  Subject,
  SubjectInfo,
  SubjectKind,
  SweepSpec,
} from '../../protocol/explore/requests.ts';
import type { Slice } from './core.ts';
import { text } from './messages.ts';

/** The first of them that the subject has. */
const MATTERS: Readonly<Record<SubjectKind, readonly string[]>> = {
  migration: ['vm.workload.writesPerSecond', 'link.bandwidthBytesPerSecond', 'vm.memoryMiB'],
  failover: ['migration.rateMbps', 'network.linkMbps', 'guests.0.memoryMiB'],
  trees: ['startKeys', 'stream.keys', 'stream.length'],
};
/** Where nobody says goodbye, what matters most is how long they are waited for. */
const AFTER_A_CRASH = ['heartbeat.deadtimeMs', ...MATTERS.failover];
const FIGURES: Readonly<Record<SubjectKind, string>> = {
  migration: 'downtimeMs',
  failover: 'longestOutageMs',
  trees: 'visitedPerOperation',
};
/** 1/4 … 4, by equal factors */
const FACTORS = [0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4];
const SEEDS = 3;
const DIGITS = 3;

export const aroundActions: Slice<'exploreSubject' | 'about'> = (core) => {
  const about = async (subject: Subject) =>
    (await core.pool?.ask('about', { subject }).catch(() => null)) ?? null;
  return {
    about,
    exploreSubject: async (subject, name) => {
      const info = await about(subject);
      const { catalogue, actions } = core.store.getState();
      const spec = info && catalogue && sweepAround(subject, name, info, catalogue);
      return spec ? actions.openSweep(spec) : text('not-ready');
    },
  };
};

/** @returns null where the subject has no number that can be varied */
export function sweepAround(
  subject: Subject,
  name: string,
  { parameters, figures }: Pick<SubjectInfo, 'parameters' | 'figures'>,
  { readySweeps }: Pick<ExploreCatalogue, 'readySweeps'>,
): SweepSpec | null {
  for (const path of matters(subject)) {
    const info = parameters.find((one) => one.path === path);
    const now = numberAt(subject, path);
    if (info === undefined || now === null || now === 0) continue;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step } = info;
    const whole = step !== undefined && Number.isInteger(step);
    const values = FACTORS.map((factor) => {
      const value = factor === 1 ? now : Number((now * factor).toPrecision(DIGITS));
      return Math.min(max, Math.max(min, whole ? Math.round(value) : value));
    });
    const figure = figures.find((one) => one.name === FIGURES[subject.kind]) ?? figures[0];
    return {
      version: 1,
      name: text('around', { name, parameter: info.label }),
      subject,
      axes: [{ parameter: path, values: [...new Set(values)] }],
      variants: [{ label: text('as-it-is'), set: {} }],
      seeds: { first: readySweeps[0]?.spec.seeds.first ?? 1, count: SEEDS },
      figure: figure?.name ?? '',
    };
  }
  return null;
}

function matters(subject: Subject): readonly string[] {
  const crashes =
    subject.kind === 'failover' &&
    subject.run.commands.some(({ command: { kind } }) => kind === 'crash-node' || kind === 'freeze-node');
  return crashes ? AFTER_A_CRASH : MATTERS[subject.kind];
}

function numberAt(subject: Subject, path: string): number | null {
  const settings = settingsOf(subject);
  const value = readPath(settings, path);
  return typeof value === 'number' ? value : null;
}

function settingsOf(subject: Subject): object {
  switch (subject.kind) {
    case 'failover':
      return subject.run.scenario;
    case 'migration':
      return subject.spec;
    case 'trees': {
      const size = /^\w+:(\d+)$/.exec(subject.lab.start)?.[1];
      return size === undefined ? subject.lab : { ...subject.lab, startKeys: Number(size) };
    }
  }
}
