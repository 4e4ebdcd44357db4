/**
 * What Heartbeat and its resource scripts write into each node's log, in the format of Heartbeat's own log but in our
 * words. A node writes only what it knows: a crash, a cable pulled elsewhere or a split brain leave no line by themselves.
 */
export type LogLevel = 'info' | 'WARN' | 'ERROR' | 'CRIT';

export interface LogTemplate {
  /** the slot that names whose log it is; 'others' = all but the one in the slot `node`; 'cluster' = nobody's own */
  readonly by: 'node' | 'to' | 'from' | 'others' | 'cluster';
  readonly source: 'heartbeat' | 'ResourceManager' | 'stonithd';
  readonly level: LogLevel;
  readonly text: string;
}

const heart = (level: LogLevel, text: string, by: LogTemplate['by'] = 'node'): LogTemplate => ({
  by,
  source: 'heartbeat',
  level,
  text,
});
const script = (level: LogLevel, text: string, by: LogTemplate['by'] = 'node'): LogTemplate => ({
  by,
  source: 'ResourceManager',
  level,
  text,
});
const shooter = (level: LogLevel, text: string): LogTemplate => ({
  by: 'node',
  source: 'stonithd',
  level,
  text,
});

/** By event code. Nodes are written as names of hosts: node1. */
export const LOG: Readonly<Record<string, readonly LogTemplate[]>> = {
  'stop-command': [heart('info', 'told to stop: leaving the cluster')],
  'stop-refused': [heart('WARN', 'stop refused: {text}')],
  'script-says-stopped': [
    script('info', 'running xen {vm} stop'),
    script('info', 'xen {vm} stop: exit code 0 (OK)'),
  ],
  'stop-script-failed': [
    script('info', 'running xen {vm} stop'),
    script('ERROR', 'xen {vm} stop: exit code 1 (failed), attempt {attempt}'),
    heart('WARN', 'resource {vm} still running after its stop script'),
  ],
  'node-reboots': [heart('CRIT', 'resource {vm} cannot be stopped ({times} attempts): rebooting this node')],
  'stop-announced': [
    heart('info', 'shutdown announced to the cluster'),
    heart('info', 'node {node}: leaves on purpose; its resources are to be provided', 'others'),
  ],
  'notice-lost': [heart('WARN', 'shutdown announced, but nobody answered')],
  reserved: [script('info', 'running xen {vm} migrate_from: {mib} MiB set aside', 'to')],
  'source-discarded': [script('info', 'xen {vm} migrate_to: exit code 0 (OK)', 'from')],
  activated: [script('info', 'xen {vm} migrate_from: exit code 0 (OK)', 'to')],
  aborted: [script('ERROR', 'xen {vm} migrate_to {to}: exit code 1 (failed): {reason}', 'from')],
  'migration-lost': [script('ERROR', 'xen {vm} migrate_from {from}: exit code 1 (failed)', 'to')],
  'migration-stalled': [script('WARN', 'xen {vm} migrate_from: no progress', 'to')],
  'node-empty': [heart('info', 'no resource left: shutdown complete')],
  'vm-shutdown': [script('info', 'running xen {vm} stop (timeout 40 s)')],
  'vm-stopped': [script('info', 'xen {vm} stop: exit code 0 (OK)')],
  'boot-started': [
    script('info', 'xen {vm} status: exit code 7 (not running)', 'to'),
    script('info', 'running xen {vm} start (timeout 60 s)', 'to'),
  ],
  booted: [script('info', 'xen {vm} start: exit code 0 (OK)', 'to')],
  'no-room': [heart('ERROR', 'resource {vm}: no node has room for it', 'cluster')],
  'peer-joined': [
    heart('info', 'Link {peer}:eth1 up.'),
    heart('info', 'Status update: node {peer} now has status active'),
  ],
  'peer-restarted': [heart('info', 'Heartbeat restart on node {peer}')],
  'peer-late': [heart('WARN', 'Late heartbeat: node {peer}: interval {gapMs} ms')],
  'peer-dead': [heart('WARN', 'node {peer}: is dead'), heart('info', 'Link {peer}:eth1 dead.')],
  'peer-returned': [heart('CRIT', 'node {peer} is back after a partition')],
  'gives-up': [heart('ERROR', 'all resources are given up; Heartbeat restarts in 2 s')],
  'shot-aimed': [shooter('info', 'node {peer}: to be reset by STONITH')],
  'shot-failed': [
    shooter('ERROR', 'node {peer}: STONITH exit code 1 (failed), attempt {attempt}; again in 5 s'),
  ],
  shot: [shooter('info', 'node {peer}: STONITH exit code 0 (OK), now reset')],
  takeover: [heart('info', 'acquiring the resources of node {peer}: {guests}')],
  'node-thawed': [heart('WARN', 'no local heartbeat for a while: this node stood still')],
  'node-up': [heart('info', 'Configuration validated. Starting Heartbeat.')],
  'monitor-failed': [script('ERROR', 'xen {vm} monitor: exit code 7 (not running)')],
  failback: [script('info', 'resource {vm}: goes home (auto_failback on)', 'to')],
};

/** The first line of every node. */
export const SETTINGS =
  'keepalive {keepaliveMs} ms, warntime {warntimeMs} ms, deadtime {deadtimeMs} ms, initdead {initdeadMs} ms, auto_failback {failback}, stonith {stonith}, udp 694 eth1';
