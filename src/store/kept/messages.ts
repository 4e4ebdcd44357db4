/** What keeping says. Templates with slots, so that a language can be added. */
const MESSAGES = {
  kept: 'Kept as “{name}”.',
  deleted: 'Deleted “{name}”.',
  'deleted-many': 'Deleted {count} kept things.',
  restored: '“{name}” is back.',
  'restored-many': '{count} kept things are back.',
  renamed: 'It is called “{name}” now.',
  'nothing-on-screen': 'Nothing is on screen yet that could be kept: open a run or a sweep first.',
  'no-empty-name': 'A name needs at least one letter; it is still called “{name}”.',
  gone: '“{name}” was deleted in another tab meanwhile.',
  'quota-full':
    'The browser’s storage is full, so “{name}” was not kept. Delete something you kept, or take this out as a file under Export.',
  'quota-full-rename':
    'The browser’s storage is full, so “{name}” keeps its name. Delete something you kept and try again.',
  'quota-full-undo':
    'The browser’s storage is full, so what was deleted could not be brought back yet. Delete something else and undo again.',
  'write-failed':
    'The browser could not write it ({reason}), so nothing was changed. Try again, or take it out as a file under Export.',
  refused:
    'This browser keeps nothing for this page (a private window, a frame in another site, or its settings). What you keep here lasts until the page is closed; take it out as a file under Export.',
  'newer-tab':
    'A newer version of this app has opened in another tab. Reload this page to keep things again; until then what you change here lasts as long as this page.',
  'older-tab':
    'An older version of this app is open in another tab and holds what is kept. Close that tab and reload this page; until then what you keep lasts as long as this page.',
  'ghost-needs-run': 'Open a run in the Failover workspace first; then “{name}” can be drawn behind it.',
  'ghost-is-same': '“{name}” is the run on screen; there is no difference to draw.',
  'not-of-a-kind': 'Only two runs of one kind can be compared: two failovers, two migrations or two trees.',
  'numbered-name': '{name} ({number})',
  'runs-done': 'runs',
  'of-all': '{done} of {all}',
  'session-offer': 'You were at “{name}”, {when}.',
  'session-offer-nameless': 'You were in {where}, {when}.',
  'session-go-on': 'Go on there',
  'at-failover': 'the Failover workspace',
  'at-migration': 'the Migration workspace',
  'at-trees': 'the Trees workspace',
  'at-explore': 'the Explore workspace',
  'at-evidence': 'the Evidence workspace',
  nameless: 'without a name',
  'no-record': 'it is no record of this app.',
  'newer-record': 'a newer version of this app kept it; reload the page to get that version.',
  'unknown-version': 'its version is none this app has ever written.',
  'no-name': 'it has no name.',
  'no-time': 'it does not say when it was kept.',
  'no-workspace': 'it names no workspace of this app.',
  'no-link': 'its link is missing.',
  'no-subject': 'what it would run is missing.',
  'no-figures': 'its figures cannot be read.',
  'no-sweep': 'its sweep cannot be read.',
} as const;

export type MessageCode = keyof typeof MESSAGES;

export function text(code: MessageCode, slots: Readonly<Record<string, string | number>> = {}): string {
  return MESSAGES[code].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}
