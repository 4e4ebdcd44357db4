export const WORDS = {
  claimBefore: 'Do one set of parameters and a mechanism give the tables of the paper?',
  claimGood:
    'One set of parameters gives every printed value: response times within {response}, CPU within {cpu} points, round trips within {rtt}',
  claimBad: 'One set of parameters misses {beyond} of {count} printed values',
  intro:
    'Three runs of the cluster, made just now: ten calls of increase_mem and decrease_mem by httperf, and a controlled stop under 3,000 pings with the paper’s script and with a stock Heartbeat that migrates. Each value comes from a mechanism; what was taken over from the paper, or chosen so that printed values come out, is named below.',
  live: 'In the Failover workspace, “The paper’s tables” shows the same rows while a run fills them.',
  progress: 'Running the paper’s experiments',
} as const;
