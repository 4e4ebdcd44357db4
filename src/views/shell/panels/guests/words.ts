export const WORDS = {
  heading: 'Guests',
  about: 'Up to {max} of them; what does not fit is said, and nothing is changed then.',
  add: 'Add a guest like {last}',
  full: 'There are {max} guests; more are not simulated.',
  remove: 'Remove {name}',
  ping: 'Ping {name} instead',
  pingedStays: '{name} is the one that is pinged; ping another one first.',
  onlyOne: '{name} is the only guest; a run needs one.',
  line: 'node {node} · {memory}',
  pinged: 'pinged',
  serves: '{count} requests/s',
  rooms: 'Memory taken:',
  room: 'node {node} {used} of {room}',
  longName: 'A name has 1 to 12 letters, digits, dashes or dots; “{name}” has not.',
} as const;

/** Labels and ranges of a guest's fields; the ranges are the engine's. */
export const FIELDS = {
  name: { label: 'Name', description: 'Commands and links call it so.' },
  os: { label: 'System', description: 'A word, nothing depends on it.' },
  role: { label: 'What it does', description: 'A word, nothing depends on it.' },
  node: { label: 'Starts on', description: 'Where it is at the beginning.', choice: 'node {node}' },
  memoryMiB: { label: 'Memory', description: 'All of it moves with the guest.' },
  workload: { label: 'Memory accesses', description: 'Recorded programs, or a synthetic pattern.' },
  references: { label: 'Page references', description: 'Reads and writes of pages.' },
  writeShare: { label: 'Share of writes', description: 'Of a synthetic pattern; written pages go again.' },
  requests: { label: 'Requests', description: 'What httperf asks of it; 0 = it serves none.' },
  cpu: { label: 'CPU by itself', description: 'Of its host, without requests.' },
} as const;
