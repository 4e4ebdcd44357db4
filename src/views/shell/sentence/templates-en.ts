/** What is happening now, one template a situation (see template.ts for the marks). */
export const SENTENCES = {
  loading: 'The simulation is being loaded.',
  waiting:
    '{vm:strong} runs on {node} and answers {rate} [ping|pings] a second in {mean:strong}. Stop {node} and watch its memory move.',
  scripted:
    '{pinged:strong} runs on {home} and answers {rate} [ping|pings] a second in {mean:strong}. {Stopped} will be stopped at {at}.',
  steady: '{pinged:strong} runs on {home} and answers {rate} [ping|pings] a second in {mean:strong}.',
  refused: '{refusal:failure} {pinged:strong} runs on {home} and answers [ping|pings] in {mean:strong}.',
  'notice-script':
    '{From} is told to stop. Its [stop script|stop script] says “{vm} is stopped”, and [heartbeat|Heartbeat] {belief:heartbeat}; in truth {vm:strong} still runs.',
  'notice-stock':
    '{From} announces its stop on the [heartbeat|heartbeat] network: {vm:strong} must leave. It still runs and answers in {mean:strong}.',
  'notice-stock-other':
    '{From} announces its stop on the [heartbeat|heartbeat] network: {vm:strong} must leave. It still runs. {pinged} answers from {home} in {mean:strong}.',
  reserve:
    '{To} sets {mib:strong} of memory aside for {vm:strong}, which keeps running on {from} and answers in {mean:strong}.',
  'reserve-other':
    '{To} sets {mib:strong} of memory aside for {vm:strong}, which keeps running on {from}. {pinged} answers from {home} in {mean:strong}.',
  predict:
    'Which pages of {vm:strong} are hot? The [working set|working set], up to {hold:held} pages, will be held back from round 1: it will probably be written again.',
  'predict-none': 'Nobody predicts which pages of {vm:strong} are hot: round 1 will send all of them.',
  'round-1-begins':
    '[round|Round 1]. Page after page of {vm:strong} goes to {to} while it runs on; the replies to [ping|pings] share the port with this [stream|stream].',
  'round-1-begins-other':
    '[round|Round 1]. Page after page of {vm:strong} goes to {to} while it runs on; {pinged} answers [ping|pings] from {home}.',
  'round-1':
    '[round|Round 1]. {arrived:arrived} pages of {vm} are on {to}, {again:written} were written again since. The [stream|stream] at {pace@migration.rateMbps} makes [ping|pings] take {mean:strong}.',
  'round-1-held':
    '[round|Round 1]. {arrived:arrived} pages of {vm} are on {to}, {again:written} were written again, {held:held} hot pages wait. The [stream|stream] at {pace@migration.rateMbps} makes [ping|pings] take {mean:strong}.',
  'round-1-unpaced':
    '[round|Round 1]. {arrived:arrived} pages of {vm} are on {to}, {again:written} were written again since. The unpaced [stream|stream] makes [ping|pings] take {mean:strong}.',
  'round-1-unpaced-held':
    '[round|Round 1]. {arrived:arrived} pages of {vm} are on {to}, {again:written} were written again, {held:held} hot pages wait. The unpaced [stream|stream] makes [ping|pings] take {mean:strong}.',
  'round-1-other':
    '[round|Round 1]. {arrived:arrived} pages of {vm} are on {to}, {again:written} were written again since. {pinged} answers from {home} in {mean:strong}.',
  'round-1-held-other':
    '[round|Round 1]. {arrived:arrived} pages of {vm} are on {to}, {again:written} were written again, {held:held} hot pages wait. {pinged} answers from {home} in {mean:strong}.',
  'round-n':
    '[round|Round] {round} sends what was written since: {sent:arrived} of {list} pages are over, {dirtied:written} were written meanwhile.',
  'round-n-held':
    '[round|Round] {round} sends what was written since and the pages held back: {sent:arrived} of {list} are over, {dirtied:written} were written meanwhile.',
  'stop-and-copy':
    '[stop-and-copy|Stop-and-copy]. {vm:strong} stands still: {left:written} [dirty page|dirty pages] and its processor’s state cross over. [downtime|Downtime] so far {paused:failure}.',
  'stop-and-copy-all':
    '[stop-and-copy|Stop-and-copy]. {vm:strong} stands still until all of it has crossed over: {left:strong} pages and its processor’s state are left. [downtime|Downtime] so far {paused:failure}.',
  activate:
    'All of {vm:strong} is on {to} and is being woken up. Nobody has answered for {paused:failure}: that is the [downtime|downtime].',
  'activate-other':
    'All of {vm:strong} is on {to} and is being woken up. It has stood still for {paused:failure}: that is the [downtime|downtime].',
  'recover-begins':
    '{vm:strong} runs on {to} after {downtime:strong} of [downtime|downtime]; a [gratuitous ARP|gratuitous ARP] told the network. Its [disk cache|disk cache] is cold, so [ping|pings] will take longer for a while.',
  recover:
    '{vm:strong} runs on {to} after {downtime:strong} of [downtime|downtime]; a [gratuitous ARP|gratuitous ARP] told the network. Its [disk cache|disk cache] is cold, so [ping|pings] take {mean:strong} for a while.',
  'recover-other':
    '{vm:strong} runs on {to} after {downtime:strong} of [downtime|downtime]; a [gratuitous ARP|gratuitous ARP] told the network. {pinged} answers from {home} in {mean:strong}.',
  recovered:
    '{vm:strong} runs on {to} as if nothing had happened and answers in {mean:strong}. It moved in {total:strong} with {downtime:strong} of [downtime|downtime].',
  'recovered-other':
    '{vm:strong} runs on {to} as if nothing had happened. It moved in {total:strong} with {downtime:strong} of [downtime|downtime]. {pinged} answers from {home} in {mean:strong}.',
  'back-home': '{vm:strong} runs on {node} and answers in {mean:strong}.',
  'back-home-other': '{vm:strong} runs on {node}. {pinged} answers from {home} in {mean:strong}.',
  rebooted:
    '{vm:strong} runs on {node} again and answers in {mean:strong}. It was started anew: for {away:failure} nobody answered, {lost:failure} [ping|pings] were lost.',
  queued: '{vm:strong} waits for its turn: one VM moves at a time.',
  'follow-round':
    '{vm:strong} follows, [round|round] {round}: {arrived:arrived} of its {all} pages are on {to}. {pinged} answers from {home} in {mean:strong}.',
  follow: '{vm:strong} follows to {to}: {phase}. {pinged} answers from {home} in {mean:strong}.',
  shutdown:
    '{vm:strong} is shut down on {from}, as an unmodified [heartbeat|Heartbeat] resource does. {lost:failure} [ping|pings] found nobody so far.',
  'shutdown-other':
    '{vm:strong} is shut down on {from}, as an unmodified [heartbeat|Heartbeat] resource does. {pinged} answers from {home} in {mean:strong}.',
  'boot-other':
    '{vm:strong} starts on {to} from its disk, as after switching on. {pinged} answers from {home} in {mean:strong}.',
  'rebooted-other':
    '{vm:strong} runs on {node} again. It was started anew and was away for {away:failure}. {pinged} answers from {home} in {mean:strong}.',
  boot: '{vm:strong} starts on {to} from its disk, as after switching on. {lost:failure} [ping|pings] found nobody so far.',
} as const;

export type CalmCode = keyof typeof SENTENCES;
