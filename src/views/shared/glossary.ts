/** Technical terms in at most 30 words each; the key is what templates name. */
export const GLOSSARY: Readonly<Record<string, string>> = {
  ping: 'A small packet a machine must answer. The time until the answer is back is the round trip. Here the storage machine sends 100 a second.',
  round:
    'One pass over memory while the VM keeps running. Round 1 sends everything; each later round sends only the pages written since the one before.',
  'dirty page':
    'A page that was written after it was sent. The copy at the destination is stale, so the page must be sent once more.',
  'working set':
    'The pages a VM is using just now. Sending them early is wasted work, because they are soon written again; so they are held back.',
  'pre-copy':
    'Moving a running VM by copying its memory first and pausing it only for the last pages, so that hardly anybody notices.',
  'stop-and-copy':
    'The last step of a live migration: the VM is paused, the remaining pages and the processor’s state cross over, then it wakes at the destination.',
  downtime:
    'The time during which the VM runs nowhere: from its suspension at the source to its first step at the destination.',
  'gratuitous ARP':
    'A broadcast nobody asked for: “this address lives here now”. After it, switches and neighbours send the VM’s packets to the new host.',
  heartbeat:
    'The cluster’s sign of life: each node sends a small UDP packet each second over a network of its own. Heartbeat is also the program that moves services on failure.',
  dom0: 'The privileged VM of each Xen host. It drives the hardware and does the work of migrating other VMs.',
  xen: 'The hypervisor: the layer under all VMs that shares one machine among them and knows which really run.',
  'splay tree':
    'A search tree that moves every accessed key to its root by rotations, so that keys used often are found quickly.',
  iscsi:
    'A disk reached over the network. The VM’s disk stays on the storage machine, so only its memory has to move.',
  stream:
    'The pages on their way from source to destination. They leave in batches, and whatever else leaves that port waits behind them.',
  'stop script':
    'What Heartbeat calls to stop a service. The paper’s version says “stopped” at once although the VM still runs, so that it can be moved alive.',
  'disk cache':
    'Blocks of the disk kept in memory. After a move the new host has none of them, so the VM reads them from storage again.',
  pace: 'How fast the migration may send. A slower pace leaves room on the wire for pings, but the move takes longer.',
  potential:
    'Φ: the sum of all ranks. A lopsided tree has a larger one than a balanced tree. What an access takes off Φ pays for its climb.',
  rank: 'r(x) = log₂ of the weight of x and everything below it: how often that weight can be halved until 1 is left.',
  weight:
    'A positive number for each key: 1, or how often it is asked for. The access lemma holds for every choice; a good choice gives a sharp bound.',
  'amortised cost':
    'What an operation costs plus what it adds to the potential. In a sum the potentials cancel, so cheap operations pay for dear ones.',
  'access lemma':
    'Sleator and Tarjan, 1985: splaying x costs, amortised, at most 3(r(root) − r(x)) + 1, whatever the positive weights.',
  epsilon:
    'ε of the CBTree: a rotation is done only where it takes more than ε off the potential, so that small gains cause no work.',
  zig: 'One rotation: a node rises over its parent.',
  'zig-zig':
    'Node and parent are children on the same side. A splay turns the grandparent’s edge first and then the parent’s; the order is what makes it fast.',
  'zig-zag':
    'The node lies between its parent and its grandparent in order: it rises twice, and the two become its children.',
  'semi-splay':
    'In a zig-zig only the grandparent’s edge is turned, and the way goes on from the parent: half the rotations, the same kind of bound.',
  'static optimum':
    'The best tree that never changes, for accesses known beforehand (Knuth 1971). Nobody knows them beforehand: it is a yardstick.',
  rotation:
    'Exchanges a node and its parent. The order of the keys stays, depths change, and the subtree between the two changes hands.',
  'stop rule':
    'Decides after a round whether to go on or to pause the VM and send the rest. Xen, QEMU and vMotion each have their own.',
  'downtime limit':
    'QEMU’s promise: the VM is paused only when what is left can go within this time at the bandwidth just measured.',
  'post-copy':
    'The VM is paused only for its processor state and goes on at the destination at once; pages follow, those it asks for first.',
  'demand fault':
    'The VM touches a page that is not at the destination yet. It waits until that page was asked for and came over the link.',
  bubble:
    'Pre-paging after a fault: pages on both sides of the one asked for are pushed next, because neighbours are likely to be needed soon.',
  'auto-converge':
    'QEMU puts the VM’s processors to sleep for part of the time, more from round to round, until the link keeps up with its writes.',
  xbzrle:
    'A page that must go again is sent as what differs from the version in the cache. Saves bytes where only a few words changed.',
  precision: 'Of the pages held back, the share that really was written before the VM stopped.',
  recall: 'Of all pages written during the migration, the share that the prediction held back.',
  'dirty rate':
    'How many different pages the VM writes in a second. A page written twice in a round counts once.',
  'u(t)':
    'How many different pages are written in a time t. It grows ever slower, because hot pages are written again and again.',
  'stack distance':
    'How many different pages were touched since the same page was touched last. A cache of that many pages would still have it.',
  oracle:
    'A predictor that knows which pages will be written. Nobody has it; it shows the most that any prediction could gain.',
  acknowledgement:
    'The destination’s message that everything is there. Only then may it run the VM, and the source forget it.',
  'dirty log':
    'The hypervisor’s list of pages written since it last looked. Reading it costs time, so it is not read all the time.',
  STONITH:
    '“Shoot the other node in the head”: before anybody takes over from a silent node, its power is cut, so that it cannot run anything any more.',
  'split brain':
    'Two parts of a cluster cannot hear each other, each thinks the other dead, and both run the same guest on the same disk.',
  keepalive:
    'How often a node sends a heartbeat: every second or two. Everything else is counted in multiples of it.',
  deadtime:
    'After this long without a beat a node is held for dead. More than two keepalives, or one lost packet would kill it.',
  warntime:
    'A beat that comes later than this is logged as late: the sign that deadtime is set too short for this network.',
  initdead:
    'How long a starting node waits for the first beat of the others before it holds them for dead; networks and switches need time to come up.',
  fencing:
    'Switching a silent node off before its guests start elsewhere (STONITH). Silent is not dead: if it still runs them, two machines write one disk and ruin it.',
  failback:
    'A guest goes back to the node it belongs to as soon as that node is there again. It costs a second interruption.',
  partition:
    'The network between nodes is cut, but all of them run. Each side hears only silence of the other, as if it had died.',
  leader:
    'Among the nodes that hear each other, the one of lowest number. It decides where the guests of a dead node start.',
  stall: 'Time in which the VM runs at the destination but waits for a page that is still on its way.',
};
