import { formatNumber, formatPercent, formatSeconds } from '../../../../base/format.ts';
import { type BandKey, bandsAt, type CpuStack, cpuStack } from '../../../../layout/explain/cpu-stack.ts';
import { niceStep } from '../../../../layout/time-ticks.ts';
import type { NodeSummary } from '../../../../protocol/model.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { AxisBelow, AxisLeft, type Box, Chart } from './Chart.tsx';
import styles from './CpuNode.module.css';
import shared from './explain.module.css';
import type { Facts } from './facts.ts';
import { CPU } from './words.ts';

interface Properties {
  facts: Facts;
  node: NodeSummary;
  charged: boolean;
}

/** What one host's CPU does over time, band upon band; the numbers are those at the moment on screen. */
export function CpuNode({ facts, node, charged }: Properties) {
  const stack = cpuStack(facts.series.shares, node.id, facts.reachedUs, charged);
  const atUs = Math.min(facts.atUs, facts.reachedUs);
  const nameOf = (key: BandKey) =>
    typeof key === 'number' ? (facts.history.vms[key]?.name ?? `vm ${key}`) : CPU[key];
  const now = bandsAt(stack, atUs);
  const total = now.reduce((sum, { percent }) => sum + percent, 0);
  const parts = now
    .filter(({ percent }) => percent > 0)
    .map(({ key, percent }) => `${nameOf(key)} ${formatPercent(percent, 1)}`);
  const at = formatSeconds(atUs);
  const said = parts.length > 0 ? parts.join(', ') : CPU.idle;
  return (
    <div className={styles.cpu}>
      <Chart
        height={116}
        label={fill(CPU.picture, { node: node.name, parts: said, total: formatPercent(total, 1), at })}
      >
        {(box) => <Bands box={box} stack={stack} endUs={facts.reachedUs} atUs={atUs} />}
      </Chart>
      <div className={styles.now}>
        <strong>
          {node.name} · {formatPercent(Math.min(100, total), 1)}
        </strong>
        <ul>
          {now.toReversed().map(({ key, percent }) => (
            <li key={key}>
              <i className={styles.swatch} data-band={bandLook(key)} aria-hidden="true" />
              {nameOf(key)} <b>{formatNumber(percent, 1)}</b>
            </li>
          ))}
        </ul>
        <span className={shared.small}>{fill(CPU.atNow, { at })}</span>
      </div>
    </div>
  );
}

/** Neighbouring guests differ in shade; Dom0's work and the hypervisor's are hatched. */
function bandLook(key: BandKey): string {
  return typeof key === 'number' ? String(key % 4) : key;
}

function Bands({ box, stack, endUs, atUs }: { box: Box; stack: CpuStack; endUs: number; atUs: number }) {
  const x = (us: number) => box.left + ((box.right - box.left) * us) / endUs;
  const y = (percent: number) => box.bottom - ((box.bottom - box.top) * Math.min(100, percent)) / 100;
  const below = new Float64Array(stack.bins);
  const step = niceStep(endUs / 1e6 / Math.max(3, Math.floor(box.width / (box.line * 6))));
  const ticks = Array.from({ length: Math.floor(endUs / 1e6 / step) + 1 }, (_, i) => i * step);
  return (
    <>
      <AxisLeft box={box} ticks={[50, 100]} at={y} text={(percent) => formatPercent(percent)} />
      {stack.bands.map(({ key, values }) => {
        let over = '';
        let back = '';
        for (let i = 0; i < stack.bins; i += 1) {
          const from = x(i * stack.binUs).toFixed(1);
          const to = x(Math.min(endUs, (i + 1) * stack.binUs)).toFixed(1);
          const low = y(below[i] ?? 0).toFixed(1);
          below[i] = (below[i] ?? 0) + (values[i] ?? 0);
          const high = y(below[i] ?? 0).toFixed(1);
          over += `${i === 0 ? 'M' : 'L'}${from} ${high}H${to}`;
          back = `L${to} ${low}H${from}${back}`;
        }
        return <path key={key} className={styles.band} data-band={bandLook(key)} d={`${over}${back}z`} />;
      })}
      <path className={styles.cursor} d={`M${x(atUs)} ${box.top - 4}V${box.bottom}`} />
      <AxisBelow
        box={box}
        ticks={ticks}
        at={(s) => x(s * 1e6)}
        text={(s) => (s === 0 ? '0 s' : formatNumber(s, step < 1 ? 1 : 0))}
      />
    </>
  );
}
