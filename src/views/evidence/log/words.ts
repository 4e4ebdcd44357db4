export const WORDS = {
  claimEmpty: 'Put a log of your own migration beside the simulation',
  claimRead: '{name}: the simulation with the same settings takes {time} and sends {bytes}',
  time: { less: '{size} less time', more: '{size} more time' },
  bytes: { less: '{size} fewer bytes', more: '{size} more bytes' },
  megabytes: 'MB/s',
  claimOpen: '{name} beside the simulation with the same settings; it was not finished when the log ends',
  intro:
    'Any query-migrate log of QEMU, one reply a line (JSON lines). What the log tells of memory, pace and writes becomes the simulation’s settings; what it does not tell is assumed, and you can set it by hand. Nothing leaves this browser.',
  choose: 'Open a log',
  example: 'Try an example',
  exampleName: 'example-log.jsonl',
  exampleFailed: 'The example log could not be loaded; check the connection and try again.',
  paste: 'or paste one here',
  read: 'Read it',
  nothingPasted: 'Nothing is pasted yet; put the lines of a log into the field first.',
  pastedName: 'The pasted log',
  hint: 'A log can also be dropped anywhere on this page.',
  reading: 'Reading the log and simulating it',
  close: 'Close this log',
  complaints: '{count} of {lines} lines were left out',
  complaint: '1 of {lines} lines was left out',
  used: 'All {lines} lines were used.',
  remaining: 'Remaining memory over time',
  settings: 'Settings of the simulation',
  settingsNote: 'Change one and the simulation runs again.',
  settingHead: { label: 'Setting', value: 'Value', from: 'Where it comes from' },
  notNumber: '{label} needs a number; {value} is none, and the simulation was left as it is.',
  nothing: 'an empty field',
  recipe: 'How to record such a log',
  recipeSteps:
    'Run one of these on the source host while the migration is under way, and end it with Ctrl+C when the migration has ended. Ten samples a second are plenty.',
  recipeVirsh: 'With libvirt (NAME is the VM)',
  recipeSocket: 'With a QMP socket of your own',
  copy: 'Copy',
} as const;

/** As they are typed into a shell, so not translated. */
export const RECIPES = {
  virsh: `while sleep 0.1; do
  virsh qemu-monitor-command NAME \\
    '{"execute": "query-migrate"}' | tr -d '\\n'
  echo
done | tee migrate.jsonl`,
  socket: `(echo '{"execute": "qmp_capabilities"}'
 while sleep 0.1; do
   echo '{"execute": "query-migrate"}'
 done) | socat - UNIX-CONNECT:/path/to/qmp.sock |
  grep --line-buffered '"status"' | tee migrate.jsonl`,
} as const;
