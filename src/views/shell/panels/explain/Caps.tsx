import { formatMbps, formatMillis, formatPercent, formatSeconds } from '../../../../base/format.ts';
import { pingMean } from '../../../../layout/ping-mean.ts';
import type { History, Run } from '../../../../protocol/model.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { ghostBranch } from '../../../../store/select.ts';
import { useApp } from '../../../../store/store.ts';
import type { BranchRecord } from '../../../../store/types.ts';
import { ParameterField } from '../ParameterField.tsx';
import styles from './Caps.module.css';
import shared from './explain.module.css';
import { type Facts, moveOf, spansOf } from './facts.ts';
import { Section } from './Section.tsx';
import { CPU } from './words.ts';

const PATHS = ['cluster.dom0CapPercent', 'guests.0.capPercent', 'guests.2.capPercent'];

/** Caps as controls, what they do in words, and what they changed against the run before. */
export function Caps({ facts }: { facts: Facts }) {
  const parameters = useApp((state) => state.catalogue?.parameters) ?? [];
  const ghost = useApp(ghostBranch);
  const { scenario } = facts.run;
  const layers = useApp((state) => state.catalogue?.layers) ?? [];
  const cpuMs = layers.find(({ kind }) => kind === scenario.cluster.layers)?.cpuMs ?? 0;
  return (
    <Section title={CPU.caps}>
      <p>{CPU.capRule}</p>
      <div className={styles.fields}>
        {parameters
          .filter(({ path }) => PATHS.includes(path))
          .map((parameter) => (
            <ParameterField key={parameter.path} parameter={parameter} scenario={scenario} all={parameters} />
          ))}
      </div>
      <p>{dom0Text(facts)}</p>
      {guestTexts(facts, cpuMs).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Effect facts={facts} ghost={ghost} />
    </Section>
  );
}

function dom0Text({ run: { scenario } }: Facts): string {
  const { cluster, migration, network, failover } = scenario;
  const can = (10 * cluster.dom0CapPercent * cluster.cores) / migration.dom0CoresPerGbps;
  const wants = failover === 'paper-script' ? migration.rateMbps : network.linkMbps;
  const slots = { can: formatMbps(can), wants: formatMbps(wants) };
  if (cluster.dom0CapPercent >= 100) return fill(CPU.dom0None, slots);
  return fill(can < wants ? CPU.dom0Bites : CPU.dom0Free, slots);
}

/** One sentence for each guest that wants more than its cap. @param cpuMs of the host for one request */
function guestTexts({ run: { scenario } }: Facts, cpuMs: number): string[] {
  return scenario.guests.flatMap(({ name, cpuPercent, requestsPerSecond, capPercent = 100 }) => {
    const wants = cpuPercent + (requestsPerSecond * cpuMs) / 10;
    if (wants <= capPercent) return [];
    return fill(CPU.vmBites, {
      vm: name,
      wants: formatPercent(wants, 1),
      cap: formatPercent(capPercent, 1),
      speed: formatPercent((100 * capPercent) / wants),
    });
  });
}

interface Figures {
  streamMs: number;
  pauseMs: number;
  meanMs: number;
  dom0: number;
  responseMs: number;
}

function figuresOf(run: Run, history: History, series: BranchRecord['series'], reachedUs: number): Figures {
  const move = moveOf(run, history);
  const during = spansOf({ run, move, reachedUs }).find(({ name }) => name === 'during');
  const span = (from: number | null | undefined, to: number | null | undefined) =>
    from == null || to == null ? Number.NaN : (to - from) / 1000;
  let dom0 = 0;
  const { cpu } = series;
  for (let row = 0; row < cpu.rows && (cpu.data[row * cpu.width] ?? 0) <= reachedUs; row += 1)
    dom0 = Math.max(dom0, cpu.data[row * cpu.width + 3] ?? 0);
  const server = history.vms.find(({ responseMs }) => responseMs !== null);
  return {
    streamMs: span(move?.startUs, move?.suspendUs),
    pauseMs: span(move?.suspendUs, move?.endUs),
    meanMs: during ? pingMean(series.pings, during.fromUs, during.toUs).meanMs : Number.NaN,
    dom0,
    responseMs: server?.responseMs ?? Number.NaN,
  };
}

function Effect({ facts, ghost }: { facts: Facts; ghost: BranchRecord | null }) {
  const history = ghost?.farHistory ?? ghost?.history;
  if (!ghost || !history) return <p className={shared.note}>{CPU.noBefore}</p>;
  const here = figuresOf(facts.run, facts.history, facts.series, facts.reachedUs);
  const before = figuresOf(ghost.run, history, ghost.series, ghost.reachedUs);
  const server = facts.history.vms.find(({ responseMs }) => responseMs !== null)?.name ?? CPU.dash;
  const vm = facts.run.scenario.pingedVm;
  const rows: [string, (figures: Figures) => string][] = [
    [fill(CPU.rows.stream, { vm }), ({ streamMs }) => formatSeconds(streamMs * 1000)],
    [fill(CPU.rows.pause, { vm }), ({ pauseMs }) => formatMillis(pauseMs, 1)],
    [CPU.rows.mean, ({ meanMs }) => formatMillis(meanMs, 3)],
    [CPU.rows.dom0, ({ dom0 }) => formatPercent(dom0, 1)],
    [fill(CPU.rows.response, { vm: server }), ({ responseMs }) => formatMillis(responseMs, 3)],
  ];
  return (
    <table className={shared.table}>
      <caption>{CPU.effect}</caption>
      <thead>
        <tr>
          <th scope="col">{CPU.figure}</th>
          <th scope="col">{CPU.here}</th>
          <th scope="col">{CPU.before}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, text]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{text(here)}</td>
            <td>{text(before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
