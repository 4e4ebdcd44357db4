/**
 * The sentence of one side, in every phase: `short` where two sides share the two lines, `long` where one has them alone.
 * Templates as in shared/template.
 */
export interface Wording {
  readonly short: string;
  readonly long: string;
}

export const SENTENCES = {
  before: {
    short: 'The VM runs at the source; {pages} pages, {memory}, are to move.',
    long: 'The VM runs at the source and writes {writes} pages a second; all its {pages} pages, {memory}, are to move while it does.',
  },
  'before-held': {
    short:
      'The VM runs at the source; {pages} pages are to move, {held:held} [working set|hot ones] are held back.',
    long: 'The VM runs at the source; its {pages} pages, {memory}, are to move. {predictor} expects {held:held} of them to be written soon: this [working set|working set] is held back.',
  },
  'before-paused': {
    short: 'The VM is [downtime|paused] at the source; {pages} pages, {memory}, are to move.',
    long: 'The VM is [downtime|paused] at the source from the first moment on; its {pages} pages, {memory}, are to move.',
  },
  first: {
    short:
      '[round|Round 1]: {there:arrived} of {pages} pages are there, {written:written} written again since.',
    long: '[round|Round 1]: {there:arrived} of {pages} pages are at the destination; {written:written} of them were [dirty page|written again] since and must go twice.',
  },
  'first-held': {
    short:
      '[round|Round 1]: {there:arrived} pages are there, {written:written} written again, {held:held} held back.',
    long: '[round|Round 1]: {there:arrived} of {pages} pages are at the destination; {written:written} were [dirty page|written again] since and must go twice, {held:held} of the [working set|working set] are held back.',
  },
  joining: {
    short:
      '[round|Round {round}]: the {held:held} pages held back go now, and {written:written} written again.',
    long: '[round|Round {round}]: the {held:held} pages that were held back go now, and with them those written again, {written:written} at present.',
  },
  later: {
    short:
      '[round|Round {round}]: {written:written} pages written again; {left} to go, [stop rule|stop] below {stop}.',
    long: '[round|Round {round}]: pages that were written again go once more, {written:written} at present; {left} are left to go, the [stop rule|stop] needs less than {stop}.',
  },
  'later-without-stop': {
    short: '[round|Round {round}]: {written:written} pages written again; {left} to go.',
    long: '[round|Round {round}]: pages that were written again go once more, {written:written} at present; {left} are left to go.',
  },
  growing: {
    short:
      '[round|Round {round}]: {missing:written} missing, more than when it began; [dirty rate|writes] outrun the link.',
    long: '[round|Round {round}]: {missing:written} are missing, more than when the round began: the VM [dirty rate|dirties] {dirtied:written} pages a second, the link takes {taken}.',
  },
  throttled: {
    short:
      '[round|Round {round}]: [auto-converge|auto-converge] leaves the VM {speed:strong} of its speed; {left} to go.',
    long: '[round|Round {round}]: [auto-converge|auto-converge] leaves the VM {speed:strong} of its speed, so that the link keeps up; {written:written} pages are written again, {left} are left to go.',
  },
  'down-live': {
    short: '{failure:failure} for {since}: nothing moves, the VM writes on; {written:written} written again.',
    long: '{failure:failure} for {since}: nothing moves. The VM runs on at the source and writes; {written:written} pages at the destination are out of date.',
  },
  'down-paused': {
    short: '{failure:failure} for {since}: nothing moves, and the VM is paused, {paused:strong} so far.',
    long: '{failure:failure} for {since}, and the VM is paused, {paused:strong} so far: it runs nowhere until the link is back and the last {missing} are across.',
  },
  'down-post': {
    short: '{failure:failure} for {since}: the VM runs at the destination until it needs a missing page.',
    long: '{failure:failure} for {since}. The VM is at the destination and runs until it needs one of the {missing:written} pages that are not there; then it [stall|waits].',
  },
  'down-post-waits': {
    short: '{failure:failure} for {since}: the VM [stall|waits] for a page, {stalled:strong} in all so far.',
    long: '{failure:failure} for {since}. The VM is at the destination and [stall|waits] for a page that the link does not bring, {stalled:strong} in all so far; {missing:written} pages are not there.',
  },
  'last-copy': {
    short: '[downtime|Paused] for {paused:strong}: the last pages cross, {missingBytes} still to go.',
    long: '[downtime|Paused] for {paused:strong}, because {reason}: the last pages cross, {missing:written} of them, {missingBytes}, still to go.',
  },
  'whole-copy': {
    short: '[downtime|Paused] for {paused:strong}: {there:arrived} of {pages} pages are there.',
    long: '[downtime|Paused] for {paused:strong}, from the first page to the last: {there:arrived} of {pages} pages are at the destination, {missingBytes} are still to go.',
  },
  acknowledge: {
    short:
      '[downtime|Paused] for {paused:strong}: all is across, the [acknowledgement|acknowledgement] is awaited.',
    long: '[downtime|Paused] for {paused:strong}: the last page has left. It must arrive, and the [acknowledgement|acknowledgement] come back, before the VM may run at the destination.',
  },
  'switch-over': {
    short:
      '[downtime|Paused] for {paused:strong}: only the processor’s state crosses; {missing} pages follow.',
    long: '[downtime|Paused] for {paused:strong}: only the processor’s state crosses. The VM will go on without {missing} of its pages, and they follow.',
  },
  'post-copy': {
    short:
      'At the destination since {since}: [demand fault|waited] {stalled:strong} for {faults:demand} {faultPages}, {missing} to come.',
    long: 'The VM has run at the destination for {since}: it [stall|waited] {stalled:strong} for {faults:demand} {faultPages} that it [demand fault|found missing]; {missing} pages are still to come.',
  },
  'post-copy-waits': {
    short:
      'At the destination since {since}, and it [stall|waits]: {faults:demand} [demand fault|faults], {missing} pages to come.',
    long: 'The VM has been at the destination for {since} and [stall|waits for a page] just now, {stalled:strong} in all since {faults:demand} [demand fault|faults]; {missing} pages are still to come.',
  },
  'post-copy-bubble': {
    short:
      'At the destination since {since}: [demand fault|waited] {stalled:strong} for {faults:demand} {faultPages}, {missing} to come.',
    long: 'The VM has run at the destination for {since} and [stall|waited] {stalled:strong} for {faults:demand} missing {faultPages}; the [bubble|push] goes outwards from the last one. {missing} pages are still to come.',
  },
  completed: {
    short: 'Done after {total:strong}: [downtime|paused] {downtime:strong}, {bytes} sent.',
    long: 'Done after {total:strong}: the VM was [downtime|paused] for {downtime:strong}, {bytes} went over the link for {memory} of memory.',
  },
  'completed-stalls': {
    short:
      'Done after {total:strong}: [downtime|paused] {downtime:strong}, [stall|waited] {stalled:strong}, {bytes} sent.',
    long: 'Done after {total:strong}: the VM was [downtime|paused] for {downtime:strong} and [stall|waited] {stalled:strong} for pages; {bytes} went over the link for {memory} of memory.',
  },
  'not-converged': {
    short:
      '{failure:failure} after {total:strong}: {missing:written} pages were still missing; the VM runs on at the source.',
    long: '{failure:failure} after {total:strong}: {missing:written} pages were still missing at the destination when the time allowed ran out. The VM runs on at the source.',
  },
  aborted: {
    short:
      '{failure:failure} after {total:strong}: the VM runs on at the source, {sent} pages went for nothing.',
    long: '{failure:failure} after {total:strong}. {told}',
  },
  lost: {
    short: '{failure:failure} after {total:strong}: {lostPages:failure} pages had no other copy.',
    long: '{failure:failure} after {total:strong}. {told}',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type SentenceCode = keyof typeof SENTENCES;

export const LOADING = 'The migration is being made ready.';

export const WORDS = {
  region: 'What is happening',
  clock: 'Time since the migration began',
  seconds: 's',
  page: 'page',
  pages: 'pages',
  linkDown: 'The link is down',
  gaveUp: 'Given up',
  destinationDied: 'The destination died',
  vmLost: 'The VM is lost',
  told: '{side}: {sentence}',
  sides: ['A', 'B'],
} as const;

/** Why the rounds ended; ends "because …". */
export const REASONS: Readonly<Record<string, string>> = {
  'below-threshold': '{pending} are left and {threshold} may be',
  'few-pages': 'the round moved only {moved} pages, fewer than {limit}',
  'max-rounds': '{limit} rounds are the limit',
  'three-times-memory': 'more than three times the memory was sent',
  'growing-round': 'the round sent {sent} pages, more than the {previous} before',
  'little-left': 'only {remaining} are left',
  'no-progress': 'the round gained no more than {gained}',
  'dirty-syncs': 'one round has passed',
};
export const SOME_REASON = 'the stop rule says so';
