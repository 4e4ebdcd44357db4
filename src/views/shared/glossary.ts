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
};
