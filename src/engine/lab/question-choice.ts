/** Which of all possible moments are asked about: a mix of kinds in which no answer dominates. */
import type { RandomStream } from '../../base/random.ts';
import type { Position, QuestionKind } from './question.ts';

export interface Moment extends Position {
  readonly answer: string | number;
}

/** Moments of one kind whose answers are alike, a random choice of all `seen`. */
export interface Pool {
  readonly moments: Moment[];
  seen: number;
}

/** kind → what is alike about the answers → moments */
export type Pools = ReadonlyMap<QuestionKind, Map<string, Pool>>;

/** Which kinds come after one another in a set, as far as there is something to ask. */
const MIX: readonly QuestionKind[] = ['case', 'rotations', 'case', 'root', 'case'];

/** No answer may come more often than this among the questions of its kind; twice is always fine. */
const LARGEST_SHARE = 0.6;

/** At most `count` moments in the order of the run: different operations as long as there are enough of them. */
export function choose(pools: Pools, count: number, random: RandomStream): Moment[] {
  const chosen: Moment[] = [];
  const used = new Set<number>();
  const sources = [...pools]
    .filter(([kind, groups]) => isWorthAsking(kind, groups))
    .map(([kind, groups]) => new Source(kind, groups, random));
  for (const mayRepeat of [false, true]) {
    for (const source of sources) source.rewind();
    let active = sources;
    for (let turn = 0; chosen.length < count && active.length > 0; turn += 1) {
      const kinds = MIX.filter((kind) => active.some((source) => source.kind === kind));
      const source = active.find(({ kind }) => kind === kinds[turn % kinds.length]);
      const moment = source?.next((operation) => mayRepeat || !used.has(operation));
      if (moment === undefined) active = active.filter((candidate) => candidate !== source);
      else {
        chosen.push(moment);
        used.add(moment.operation);
      }
    }
  }
  return chosen.sort(
    (a, b) => a.operation - b.operation || a.step - b.step || MIX.indexOf(b.kind) - MIX.indexOf(a.kind),
  );
}

/** A question whose answer is always the same teaches nothing after the first time. */
function isWorthAsking(kind: QuestionKind, groups: ReadonlyMap<string, Pool>): boolean {
  if (groups.size > 1) return true;
  if (kind !== 'root') return false;
  const answers = [...groups.values()].flatMap(({ moments }) => moments.map(({ answer }) => answer));
  return new Set(answers).size > 1;
}

/** The moments of one kind, taken from its groups in turn. */
class Source {
  readonly kind: QuestionKind;
  private readonly groups: { readonly moments: Moment[]; at: number }[];
  private turn = 0;
  private taken = 0;
  private readonly takenOf = new Map<string | number, number>();

  constructor(kind: QuestionKind, groups: ReadonlyMap<string, Pool>, random: RandomStream) {
    this.kind = kind;
    // by name first: the order in which groups were met must not matter
    const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pool]) => pool.moments);
    this.groups = shuffled(sorted, random).map((moments) => ({
      moments: shuffled(moments, random),
      at: 0,
    }));
  }

  /** Goes through everything again that was not taken. */
  rewind(): void {
    for (const group of this.groups) group.at = 0;
  }

  /** The next moment in an operation that may be used, undefined when there is none. */
  next(mayUse: (operation: number) => boolean): Moment | undefined {
    for (let tried = 0; tried < this.groups.length; tried += 1) {
      const group = this.groups[this.turn % this.groups.length];
      this.turn += 1;
      if (group === undefined) continue;
      for (; group.at < group.moments.length; group.at += 1) {
        const moment = group.moments[group.at] as Moment;
        if (!mayUse(moment.operation) || !this.hasRoomFor(moment.answer)) continue;
        group.moments.splice(group.at, 1);
        this.taken += 1;
        this.takenOf.set(moment.answer, (this.takenOf.get(moment.answer) ?? 0) + 1);
        return moment;
      }
    }
    return undefined;
  }

  private hasRoomFor(answer: string | number): boolean {
    const times = (this.takenOf.get(answer) ?? 0) + 1;
    return times <= Math.max(2, LARGEST_SHARE * (this.taken + 1));
  }
}

function shuffled<T>(items: readonly T[], random: RandomStream): T[] {
  const order = Int32Array.from(items, (_, i) => i);
  random.shuffle(order);
  return Array.from(order, (i) => items[i] as T);
}
