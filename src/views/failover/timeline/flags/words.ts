/** Words of the flags on the axis. */
export const FLAG_WORDS = {
  list: 'Commands on the time line',
  name: '{what} at {at}',
  moving: '{what}: from {from} to {at}',
  remove: 'Take back: {what} at {at}',
  removeTitle: 'Take back',
  hint: 'Drag it to another moment. With the keyboard: ← and → by 0.1 s, with Shift by 1 s, Enter moves it there, Esc leaves it, Delete takes it back.',
} as const;
