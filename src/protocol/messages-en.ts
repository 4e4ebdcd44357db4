/**
 * What the app says of a run, in English: one template a code, as data, so that another language is another file.
 *
 * A slot is `{name}` or `{name:kind}`; the kinds (texts.ts) print numbers: count, us (a moment), ms, ms3, bytes, mbps, mib,
 * share, node. A kind in capitals begins a sentence. A key `code.value` is the variant of `code` for one value of its
 * `predictor`, `case`, `state`, `round` or `pages` slot. `{reason}` is filled from STOP_REASONS where there is a `rule`.
 */
export type Messages = Readonly<Record<string, string>>;

export const PHASES: Messages = {
  steady: 'steady',
  'stop-retry': 'stop is repeated',
  'stop-notice': 'stop notice',
  waiting: 'waiting its turn',
  reserve: 'reserve memory',
  predict: 'predict hot pages',
  round: 'round {round}',
  'stop-and-copy': 'stop and copy',
  activate: 'activate',
  recover: 'recover',
  shutdown: 'shut down',
  boot: 'boot',
  down: 'nobody runs it',
  halted: 'stands still',
};

export const PREDICTORS: Messages = {
  none: 'nobody',
  lru: 'the list of recently used pages (LRU)',
  'lazy-counting': 'the lazy counting trees',
  'lru-k': 'the list by the K-th last reference (LRU-K)',
  fbr: 'the count of references, bursts counted once (FBR)',
  lrfu: 'the weight of recent references (LRFU)',
  'lru-sp': 'the count of references for their age (LRU-SP)',
  oracle: 'the oracle, which knows the future,',
};

/** Why a strategy's stop rule ended the rounds, by the rule's clause; to be read after a colon or “because”. */
export const STOP_REASONS: Messages = {
  'few-pages': 'the round moved only {moved:count} pages, fewer than {limit:count}',
  'max-rounds': '{round:count} rounds are enough, the limit is {limit:count}',
  'three-times-memory': '{sent:count} pages were sent, more than three times the memory',
  'growing-round': 'the round sent {sent:count} pages, more than the {previous:count} of the one before',
};

/** What a user did, short enough for a name: “crash of node 2”. */
export const COMMANDS: Messages = {
  'stop-node': 'stop of {node:node}',
  'crash-node': 'crash of {node:node}',
  'freeze-node': '{node:node} hangs',
  'thaw-node': '{node:node} goes on',
  'power-node': '{node:node} switched on',
  'fail-stop-script': 'stop script of {node:node} fails {times}×',
  'mend-stop-script': 'stop script of {node:node} mended',
  'cut-heartbeat': 'heartbeat cable of {node:node} pulled',
  'heal-heartbeat': 'heartbeat cable of {node:node} plugged in',
  'cut-data': 'data cable of {node:node} pulled',
  'heal-data': 'data cable of {node:node} plugged in',
  'lossy-heartbeat': '{lossShare:share} of the heartbeats lost',
  'lossy-data': '{lossShare:share} of the packets lost',
  'slow-data': 'data LAN at {mbps:mbps}',
  'stop-storage': 'storage stopped',
  'start-storage': 'storage started',
  'slow-storage': 'storage slower by {factor}',
  'drop-ping': 'a ping dropped',
  'crash-vm': 'crash of {vm}',
  'increase-mem': '{vm} takes 10 MB more',
  'decrease-mem': '{vm} gives 10 MB back',
};

export const EVENTS: Messages = {
  'stop-command': 'Heartbeat on {node:node} is told to stop.',
  'stop-refused': '{node:Node} is not stopped: {text}',
  'fail-stop-script': 'The stop script of {node:node} is broken: it will fail {times:count} times.',
  'mend-stop-script': 'The stop script of {node:node} is in order again.',
  'stop-script-failed':
    'The stop script of {vm} on {node:node} ends with exit code 1, attempt {attempt:count}: {vm} still runs.',
  'node-reboots':
    '{node:Node} reboots itself: {times:count} calls of the stop script of {vm} failed, and nobody else may start what still runs here.',
  'node-rebooted': '{node:Node} is down; all that was in its memory is gone. It starts again.',
  'stop-announced': '{node:Node} announces its stop; the others learn which VMs must move.',
  'script-says-stopped': 'The stop script of {node:node} says “{vm} is stopped”, but {vm} still runs.',
  'migration-queued':
    '{vm} waits for its turn, number {place:count} in line: {limit:count} VMs move at once at most.',
  'migration-queued.one': '{vm} waits for its turn, number {place:count} in line: one VM moves at a time.',
  reserved: '{to:Node} reserves {mib:mib} of memory for {vm}.',
  predicted: '{pages:count} pages of {vm} look hot to {predictor:predictor} and are held back.',
  'predicted.none': 'Nobody predicts which pages of {vm} are hot: all of them go in round 1.',
  'round-started': 'Round {round} begins with {pages:count} pages of {vm}.',
  'round-ended':
    'Round {round} of {vm} ends: {sent:count} pages sent, {skipped:count} skipped, {dirtied:count} written meanwhile.',
  'stop-rule': 'No further round for {vm}: {reason}.',
  suspended: '{vm} is suspended on {node:node}: its memory stands still.',
  copied: 'The last {pages:count} pages of {vm} and its processor state have arrived.',
  'copied.1': 'The last page of {vm} and its processor state have arrived.',
  'source-discarded': '{from:Node} discards its copy of {vm}.',
  activated: '{vm} runs on {to:node} after {downtimeMs:ms} of downtime.',
  'arp-sent': '{to:Node} tells the LAN that {vm} lives here now (gratuitous ARP {number}).',
  aborted: 'The move of {vm} to {to:node} is given up: {reason}. {vm} runs on at {from:node}.',
  'node-empty': '{node:Node} has no guest left: its stop is complete.',
  'vm-shutdown': '{vm} begins to shut down on {node:node}.',
  'vm-stopped': '{vm} has shut down on {node:node}; nobody answers for it now.',
  'boot-started': '{to:Node} starts {vm} from its disk, as after switching on.',
  booted: '{vm} has booted on {to:node} and answers again.',
  'no-room': 'No other running node has room for {vm}.',
  'command-refused': '{text}',
  'peer-joined': '{node:Node} hears {peer:node} for the first time.',
  'peer-restarted': '{node:Node} hears {peer:node} again, newly started.',
  'peer-late': '{node:Node} hears {peer:node} late: after {gapMs:span}.',
  'peer-dead': '{node:Node} has heard nothing of {peer:node} for {silentMs:span} and holds it for dead.',
  'peer-returned':
    '{node:Node} hears {peer:node}, which it held for dead: they were cut off from each other.',
  'gives-up':
    '{node:Node} gives up everything it runs and starts its Heartbeat anew: nobody can say any more who owns what.',
  'shot-aimed':
    '{node:Node} is about to switch {peer:node} off (STONITH), so that it cannot run anything any more.',
  'shot-failed': 'The shot of {node:node} at {peer:node} fails (attempt {attempt}); it is repeated.',
  shot: '{node:Node} has switched {peer:node} off.',
  takeover: '{node:Node} provides for the guests of {peer:node}: {guests:count} of them start elsewhere.',
  'node-crashed': '{node:Node} loses its power; all that was in its memory is gone.',
  'node-fenced': '{node:Node} is off.',
  'node-frozen': '{node:Node} hangs.',
  'node-thawed': '{node:Node} goes on where it stood.',
  'node-powered': '{node:Node} is switched on.',
  'node-up': 'Heartbeat starts on {node:node}.',
  'notice-lost': '{node:Node} announces its stop, but nobody hears it.',
  'vm-lost': '{vm} was on {node:node}: its memory is lost, its disk is not.',
  'vm-crashed': '{vm} crashes on {node:node}; its disk is fine.',
  'monitor-failed': '{node:Node} finds that {vm} is not there any more, and starts it anew.',
  'migration-lost': 'The move of {vm} from {from:node} to {to:node} ends with {vm} itself.',
  'migration-stalled': 'Nothing gets through to {to:node} any more: the move of {vm} stands still.',
  'migration-goes-on': 'The way is free again: the move of {vm} goes on.',
  'split-brain':
    '{vm} runs twice, on {node:node} and on {other:node}: both write to one disk and know nothing of each other.',
  'split-brain-over':
    '{vm} runs once again; up to {blocks:count} blocks of its disk were overwritten by somebody who did not know of them.',
  failback: '{vm} goes back to {to:node}, where it belongs.',
  'cut-heartbeat': 'The heartbeat cable of {node:node} is pulled.',
  'heal-heartbeat': 'The heartbeat cable of {node:node} is plugged in again.',
  'cut-data': 'The data cable of {node:node} is pulled: no pings, no pages, no disks.',
  'heal-data': 'The data cable of {node:node} is plugged in again.',
  'lossy-heartbeat': 'The heartbeat LAN loses {share:share} of its packets.',
  'lossy-data': 'The data LAN loses {share:share} of its packets.',
  'slow-data': 'The data LAN runs at {mbps:mbps}.',
  'stop-storage': 'The iSCSI target stops: every guest waits for its disk.',
  'start-storage': 'The iSCSI target is there again.',
  'slow-storage': 'The storage is slower by a factor of {factor}.',
  'drop-ping': 'The next ping is dropped.',
  'increase-mem':
    'increase_mem: the web server of {vm} takes 10 MB more, {mb:count} MB in all; a request now takes {responseMs:ms3}.',
  'decrease-mem':
    'decrease_mem: the web server of {vm} gives 10 MB back, {mb:count} MB are left; a request now takes {responseMs:ms3}.',
};

/** Two templates a cause: what it is, and how it brings about the effect above it. */
export const CAUSES: Messages = {
  'ping.title': 'This ping took {rtt:ms}',
  'ping.detail': 'It left the storage machine at {sent:us}. Its time is the sum of the parts below.',
  'ping-lost.title': 'This ping got no answer',
  'ping-lost.detail':
    'It left the storage machine at {sent:us}, but then {vm} was {state}: nobody could reply.',
  'ping-lost.detail.paused':
    'It left the storage machine at {sent:us}, while {vm} was paused for its last copy: nobody could reply.',
  'wire.title': 'Cables and switch',
  'wire.detail': 'There and back on an empty wire. Every ping pays this.',
  'hypervisor.title': 'The way through Xen and Dom0',
  'hypervisor.detail': 'Every packet to or from a guest passes through Dom0. Every ping pays this too.',
  'queue.title': 'Waiting in the transmit port',
  'queue.detail':
    'When the reply reached the port, {bytes:bytes} in {packets:count} packets of the migration stood before it. The port sends in order, so the reply waited {ms:ms} for all of them.',
  'queue-switch.title': 'Waiting in the switch',
  'queue-switch.detail':
    'Migrations to this node want more than its port takes in. When the request reached the switch, {bytes:bytes} in {packets:count} packets of theirs stood before it, so it waited {ms:ms} for all of them.',
  'shared.title': '{streams:count} migrations shared the port',
  'shared.detail':
    'Each gets an equal share of every port it goes through, so each takes longer; their queues stand one behind the other.',
  'tail.title': 'Cold disk cache after the move',
  'tail.detail':
    'After its move the guest reads its disk again over the same wire. These reads still take {share:share} of the port and die away within seconds.',
  'noise.title': 'Noise',
  'noise.detail':
    'No two pings are alike. A small random part, drawn from the run’s seed, stands for the rest.',
  'batch.title': 'Batch {batch:count} was leaving the port',
  'batch.detail':
    'Pages leave in batches of {pages:count}: at full speed, then a gap. A ping in a batch waits, a ping in a gap does not. This batch left {from:node} in round {round}.',
  'pace.title': 'The pace is {rate:mbps}',
  'pace.detail':
    'Batches and gaps alternate so that the mean keeps this pace. A faster pace makes more pings wait, but for a shorter time.',
  'round.title': 'Round {round} of {vm} had {pages:count} pages to send',
  'round.detail':
    'They were written again after they had been sent, so the copy at the destination was stale.',
  'round.detail.1': 'The first round sends all memory, except the pages held back as hot.',
  'page-written.title': 'Page {page:count} was written after it was sent',
  'page-written.detail':
    'It was sent at {sentAt:us}, and {vm} wrote to it at {writtenAt:us}. From then on the copy was stale and had to go again.',
  'stop-rule.title': 'The stop rule ended the rounds',
  'stop-rule.detail':
    'No live round follows, because {reason}. The VM is paused and the rest goes in one last copy.',
  'held.title': '{pages:count} pages were held back',
  'held.detail':
    '{predictor:Predictor} expected them to be written again soon. Sending them in round 1 would have been wasted.',
  'held.title.none': 'No page was held back',
  'held.detail.none': 'No prediction is switched on, so round 1 sends every page.',
  'stop-command.title': 'Somebody stopped {node:node}',
  'stop-command.detail':
    'The order came at {at:us}. Everything after it follows from this order and the seed.',
  'stop-retries.title': 'The stop script of {vm} failed',
  'stop-retries.detail':
    'It ended with exit code 1 {times:count} times on {node:node}, at last at {at:us}. It is called again each second, 10 times at most; until it says 0 the others are told nothing.',
  'self-reboot.title': '{node:Node} rebooted itself',
  'self-reboot.detail':
    'A guest that cannot be stopped must not run on behind the cluster’s back: at {at:us} the node took itself down, with all that ran on it. The others noticed its silence only.',
  'script.title': 'The stop script said “stopped” at once',
  'script.detail':
    'Heartbeat believed it and told the survivor to start {vm}. The survivor’s script does not boot it but moves it alive.',
  'rotation.title': 'Page {risen} rose in its tree',
  'rotation.detail': 'The pair was page {parent} above page {child}.',
  'rotation.title.zig': 'Zig: page {child} rose over page {parent}',
  'rotation.detail.zig': 'One single rotation. The pages with most accesses move towards the top.',
  'rotation.title.zig-zag': 'Zig-zag: page {risen} rose over pages {child} and {parent}',
  'rotation.detail.zig-zag':
    'Two single rotations: first over {child}, then over {parent}. It comes from between the two in order.',
  'rotation-rule.title': 'The tree weighed both sides',
  'rotation-rule.detail':
    'The side that would rise was accessed inner {inner:count} and outer {outer:count} times, the side that would sink {sibling:count} times. Only a winning side rises; this is why the tree is called lazy.',
  'phase.title': 'The phase “{name:phase}” was under way',
  'phase.detail':
    'A migration goes through its phases in a fixed order; each begins when the one before it is done.',
  'target.title': '{to:Node} was chosen as the destination',
  'target.detail': 'Of the running nodes it had most free memory: {free:mib}.',
  'suspend.title': 'Pausing the VM',
  'suspend.detail': 'Its processors halt, so that nothing can be written any more.',
  'copy.title': 'The last copy',
  'copy.detail':
    'The last {pages:count} pages and the processor state cross the wire while the VM stands still.',
  'resume.title': 'Starting it again',
  'resume.detail': 'The destination sets its processors going and announces the new place on the LAN.',
};
