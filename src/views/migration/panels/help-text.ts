/** The help dialog's words. */
export const HELP = {
  title: 'How to read and drive a migration',
  keysTitle: 'Keys',
  keys: [
    ['Space', 'play and pause'],
    ['← →', 'to the previous, the next turning point: a round, the pause, a fault, the end'],
    ['Shift ← →', 'one hundredth of the whole time back or forward'],
    ['Home, End', 'to the start, to the end'],
    ['B', 'break the link at this moment, for as long as is chosen beside the button'],
    ['R', 'restore a broken link at this moment'],
    ['Z', 'undo the last change'],
    ['1 2 3', 'the run, all strategies, the workload'],
    ['arrows, Enter, + − 0', 'in the map of the pages: move, pick a page, zoom'],
    ['Esc', 'closes what is open, lets go of the picked page'],
    ['?', 'this help'],
  ],
  sections: [
    {
      title: 'The picture',
      lines: [
        'Two migrations of the same VM run on one clock: same memory, same writes, same link, same faults, same seed. Only the strategy differs. Side A is drawn solid, side B dashed.',
        'The map shows every page in the order of its address. Grey is still to send, blue has arrived, vermilion was written again after it was sent, purple is held back, green was fetched because the guest asked for it at the destination, red is lost.',
        'Nothing is told before it happens: what lies ahead of the latest moment that was shown is empty everywhere.',
        'A curve of remaining bytes that runs up is no fault of the picture: that round dirtied more than it sent.',
      ],
    },
    {
      title: 'Hurt it',
      lines: [
        'Break the link, let a host die: at the moment on screen, while it plays or rests. The run is computed anew from there; Undo takes it back. The flags on the time line remove single faults.',
        'A broken link only delays. A dead destination ends pre-copy, and the VM goes on at its source. In post-copy the VM is spread over both hosts, so the death of either loses it.',
      ],
    },
    {
      title: 'Files',
      lines: [
        'Drop a migration (JSON, as the command line’s “migrate” reads it) anywhere; a second strategy may stand in it as “against”. Share gives such files. Logs of query-migrate belong on the Evidence page.',
      ],
    },
    {
      title: 'Measured, fitted, assumed',
      lines: [
        'Measured on QEMU 7.2, 120 runs: bursts of 100 ms that keep the pace, when the dirty log is read, the cost of zero pages, the slower last copy of pages the destination never had, the 1 to 2 ms of a post-copy switch. The Evidence page holds the model against every run.',
        'Published: the stop rules and the adaptive rate of Xen (Clark and others 2005), auto-converge and XBZRLE as QEMU has them, post-copy (Hines and Gopalan 2009), compression by page class (Jin and others 2009; its ratio and speed here are assumed).',
        'Recalled and not re-checked: vMotion’s rule, and the 50 Mb/s step of the adaptive rate.',
        'Read off the same runs as a whole, one set of constants for all of them: the speed of the local link and of the last copy, how long a guest had run before, which pages of a PC are zero, what a fault takes, what comparing two pages takes.',
        'Fitted: the two-class workloads of the published cases, on the Evidence page, and marked there.',
        'Assumed: what the migration costs the source’s CPU, latencies, jitter and loss of the links in the list, how long a predictor watches before round 1, sizes of caches.',
        'Not modelled: setting up the connection, the time that reading the dirty log takes, slow first writes after it was armed, devices other than memory, encryption.',
        'The paper on prediction prints no migration result and no stop rule. So here you can measure whether it helps; held-back pages nobody wrote, which the print forgets, are sent in round 2 or with the last copy.',
      ],
    },
  ],
} as const;
