/** Words of the failures panel. */
export const FAILURE_WORDS = {
  title: 'Hurt something, and heal it',
  about:
    'A command is given at the moment on screen, {at}. In the past, or before commands still to come, it starts a branch; the run before stays among the branches.',
  stories: 'Ready stories',
  storiesAbout: 'Each is a run of its own with the present settings, from just before it begins.',
  given: 'Commands of this run',
  none: 'None yet. Each command stands here and as a flag on the time line.',
  undo: 'Undo the last change',
  time: 'When, in s: {what}',
  remove: 'Take back',
  removeName: 'Take back: {what} at {at}',
  set: 'Set',
  heal: 'Heal',
  setName: '{name}: set',
  healName: '{name}: heal',
  notNow: 'not possible just now',
  guestAt: '{guest} on {node}',
  guestNowhere: '{guest}, not running',
  nodeState: '{node}, {state}',
  badTime: 'This is no moment; type seconds from 0 on, such as 12.5.',
  badAmount: '{label} is {value}; it must be from {min} to {max}.',
} as const;

export const TARGETS = {
  node: 'Nodes',
  vm: 'Guests',
  'heartbeat-lan': 'Heartbeat LAN',
  'data-lan': 'Data LAN',
  storage: 'Storage',
  packet: 'A single packet',
} as const;

export const NODE_STATES = {
  online: 'online',
  draining: 'stopping',
  stopped: 'stopped',
  crashed: 'off',
  frozen: 'hangs',
  starting: 'starting',
} as const;

export const STORIES_WORDS = {
  crash: ['Crash of node 1', 'Silence, half a minute of doubt, a cold boot elsewhere.'],
  partition: ['Partition', 'Node 1 cannot be heard: x0 runs twice on one disk, until the cable is back.'],
  fencing: ['Partition with STONITH', 'The same, but node 1 is switched off before anybody takes over.'],
  frozen: ['Frozen node', 'Node 1 hangs, is given up, and goes on as if nothing had happened.'],
  storage: ['Storage outage', 'Ten seconds without disks; Heartbeat sees nothing wrong.'],
  unheard: ['A stop nobody hears', 'Node 1 says goodbye into a pulled cable.'],
} as const;
