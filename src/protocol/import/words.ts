/** What reading something says. One sentence each: what is wrong, and what to do. */
export const SENTENCES = {
  empty: '{name} is empty; choose a file with something in it.',
  unknown:
    '{name} is nothing that can be read here; take a scenario, migration, sweep or lab (JSON), a tree, a list of keys, a page trace, a query-migrate log or a link.',
  binary: '{name} is no text; take a file of JSON, lines of text or CSV, packed with gzip or not.',
  packed: '{name} is packed as {how}, which is not read here; unpack it first, or pack it with gzip.',
  damaged: '{name} begins like a gzip file but is damaged or cut off; take an undamaged copy of it.',
  unread: '{name} could not be read; it may have been moved or changed meanwhile, so choose it again.',
  tooLarge: '{name} is larger than {limit} MB; only page traces may be that large, and they up to {most} MB.',
  traceTooLarge: '{name} is larger than {most} MB; cut it into parts and take the first.',
  tooLong: '{name} holds more than {limit} MB of text, too much for anything but a page trace.',
  traceTooLong:
    '{name} holds more than {limit} MB of text once it is unpacked; cut it into parts and take the first.',
  brokenJson: '{name} stops being JSON at {place}: {expected} should stand there; mend it and take it again.',
  otherJson:
    '{name} is JSON, but none of its fields belongs to a scenario, migration, sweep or lab; it was not opened.',
  refused: '{name} cannot be opened: {problem}',
  noTrace: '{name} is no page trace: {problem}',
  noWorkspace: '{name} leads to "{workspace}", which is no workspace here; it was not opened.',
} as const;
