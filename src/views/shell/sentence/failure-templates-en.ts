/** What is happening in a cluster somebody has hurt. Marks as in templates-en.ts. */
export const FAILURE_SENTENCES = {
  'stop-retry':
    '{Node} is told to stop, but the [stop script|stop script] of {vm:strong} ends with exit code 1: {times:failure} so far. [heartbeat|Heartbeat] calls it again each second; {left}, and {node} reboots itself.',
  'self-reboot':
    '{Node} has rebooted itself: the [stop script|stop script] of {vm} failed to the last, and nobody may start what still runs there. {guests:failure} died with it; the others have heard nothing for {silent:heartbeat} of {deadtime}.',
  'crowd-round':
    '[round|Round] {round} of {vm:strong}: {arrived:arrived} of {all} pages are on {to}. {guests:strong} move at once through {port}; {line}. [ping|Pings] take {mean:strong}.',
  'crowd-follow':
    '{guests:strong} move at once, {names}; {line}. {pinged} answers from {home} in {mean:strong}.',
  'crowd-wait':
    '{vm:strong} waits for its turn, number {place:strong} in line: {guests:strong} on the move take all the places there are.',
  'silent-off':
    '{Node} is off, and {guests:failure} with it. The others have heard no [heartbeat|heartbeat] for {silent:heartbeat} of {deadtime}; until then they take it for busy. {lost:failure} [ping|pings] were lost so far.',
  'silent-off-other':
    '{Node} is off, and {guests:failure} with it. The others have heard no [heartbeat|heartbeat] for {silent:heartbeat} of {deadtime}. {pinged} answers from {home} in {mean:strong}.',
  'silent-off-empty':
    '{Node} is off; the others have heard nothing for {silent:heartbeat} of {deadtime}. No guest was on it. {pinged} answers from {home} in {mean:strong}.',
  'silent-frozen':
    '{Node} hangs, and {guests:failure} with it. The others have heard no [heartbeat|heartbeat] for {silent:heartbeat} of {deadtime}; a node that hangs looks like one that is off.',
  'silent-frozen-empty':
    '{Node} hangs; the others have heard nothing for {silent:heartbeat} of {deadtime}. {pinged} answers from {home} in {mean:strong}.',
  'silent-cut':
    'The heartbeat cable of {node} is pulled: {guests:strong} run on, but the others have heard nothing for {silent:heartbeat} of {deadtime}, as if it were off. {pinged} answers in {mean:strong}.',
  'silent-cut-empty':
    'The heartbeat cable of {node} is pulled: the others have heard nothing for {silent:heartbeat} of {deadtime}, as if it were off. {pinged} answers in {mean:strong}.',
  'shot-aimed':
    '{By} holds {node} for dead and has it switched off ([STONITH|STONITH]) in {due:heartbeat}. Only when that has worked may {guests:strong} start elsewhere.',
  'shot-again':
    '{missed:failure} of {by} at {node} failed ([STONITH|STONITH]); the next follows in {due:heartbeat}. Until one works, nobody may start {guests:strong} elsewhere.',
  'split-brain':
    '[split brain|Split brain]: {vm:failure} runs twice, on {node} and on {other}, and both write to one disk. Up to {blocks:failure} blocks are spoilt; [STONITH|STONITH] would have switched one side off first.',
  'split-brain-more':
    '[split brain|Split brain]: {vm:failure} runs twice, on {node} and on {other}, and so do {more:failure} more; each pair writes to one disk. Up to {blocks:failure} blocks are spoilt; [STONITH|STONITH] would have switched one side off first.',
  'copy-boots':
    '{To} holds {node} for dead and starts {vm:strong} from its disk, since {since:heartbeat}; in truth {vm} is still on {node}. Once both run, both write to one disk.',
  'gave-up':
    '{Nodes} hear each other again after a partition. Nobody can say who owns what: each gave up all it ran and starts its [heartbeat|Heartbeat] anew. {lost:failure} [ping|pings] were lost so far.',
  'node-starts':
    '{Node} starts up, since {since:strong}; it will ask the others who runs what. {pinged} answers from {home} in {mean:strong}.',
  'halted-host':
    '{Node} hangs: {vm:failure} is in its memory, but stands still, since {since:failure}. {lost:failure} [ping|pings] found nobody so far.',
  'halted-storage':
    'The storage is stopped: every guest waits for its [iscsi|disk], {vm:failure} since {since:failure}. [heartbeat|Heartbeat] hears all nodes and sees nothing wrong.',
  'halted-lan':
    'The data cable of {node} is pulled: {vm:failure} reaches neither its [iscsi|disk] nor those who ask it, since {since:failure}. [heartbeat|Heartbeat] has a network of its own and sees nothing wrong.',
  'vm-crashed':
    '{vm:failure} has crashed on {node}, which is fine and goes on beating. Nobody asks a guest whether it lives, so nobody will notice. {lost:failure} [ping|pings] were lost so far.',
  'vm-crashed-monitored':
    '{vm:failure} has crashed on {node}, which is fine and goes on beating. [heartbeat|Heartbeat] asks its guests each {monitor} whether they live, and has not asked {vm} yet.',
  'vm-crashed-other':
    '{vm:failure} has crashed on {node}, which is fine and goes on beating. {pinged} answers from {home} in {mean:strong}.',
  'no-room':
    'Nobody runs {vm:failure}: no other running node has room for it. Switch one on, or take a guest away.',
  down: 'Nobody runs {vm:failure}, since {since:failure}. {lost:failure} [ping|pings] found nobody so far.',
  'down-other':
    'Nobody runs {vm:failure}, since {since:failure}. {pinged} answers from {home} in {mean:strong}.',
  'boot-lost':
    '{vm:strong} starts on {to} from its disk, since {since:strong}: what was in its memory is lost. {lost:failure} [ping|pings] found nobody so far.',
  'boot-lost-other':
    '{vm:strong} starts on {to} from its disk, since {since:strong}: what was in its memory is lost. {pinged} answers from {home} in {mean:strong}.',
  stalled:
    'Nothing gets through to {to} any more: the move of {vm:strong} stands still, since {since:failure}. After two minutes it would be given up.',
  'node-off':
    '{Node} is off, and the others know it. {pinged:strong} runs on {home} and answers in {mean:strong}.',
  'held-dead':
    '{By} holds {node} for dead; in truth it {doing} and runs {guests:strong}. {pinged} runs on {home}.',
  'lan-lossy':
    'The data LAN loses {share:failure} of its packets: [ping|pings] stay without an answer, {lost:failure} so far; {pinged} runs on {home} and answers the others in {mean:strong}.',
  'lan-slow':
    'The data LAN runs at {mbps:failure}. {pinged:strong} runs on {home} and answers in {mean:strong}; a move would wait for the wire.',
  'beats-lossy':
    'The heartbeat LAN loses {share:failure} of its packets; only silence for {deadtime} makes a node dead. {pinged:strong} runs on {home} and answers in {mean:strong}.',
  'storage-slow':
    'The storage is slower by {factor:failure}: after a move the [disk cache|disk cache] fills more slowly. {pinged:strong} runs on {home} and answers in {mean:strong}.',
  'scripted-command':
    '{pinged:strong} runs on {home} and answers {rate} [ping|pings] a second in {mean:strong}. Next, at {at}: {command:strong}.',
} as const;
