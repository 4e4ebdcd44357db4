import { formatMillis, formatNumber, formatPercent } from '../../../../base/format.ts';
import { format as fill } from '../../../../protocol/texts.ts';
import { useApp } from '../../../../store/store.ts';
import { SmallButton } from '../../../shared/SmallButton.tsx';
import shared from './explain.module.css';
import { Formula } from './Formula.tsx';
import type { Facts } from './facts.ts';
import styles from './LayersTable.module.css';
import { Scroll } from './Scroll.tsx';
import { Section } from './Section.tsx';
import { CPU } from './words.ts';

/** The same host with other layers: what a request costs its CPU, and how much later its answer comes. */
export function LayersTable({ facts }: { facts: Facts }) {
  const layers = useApp((state) => state.catalogue?.layers) ?? [];
  const setParameter = useApp((state) => state.actions.setParameter);
  const { scenario } = facts.run;
  const vm = facts.history.vms.find(({ id }) => (scenario.guests[id]?.requestsPerSecond ?? 0) > 0);
  const guest = vm && scenario.guests[vm.id];
  const used = layers.find(({ kind }) => kind === scenario.cluster.layers);
  if (!vm || !guest || !used) return <p className={shared.note}>{CPU.noServer}</p>;
  // A cap stretches answers; the layers' own cost is told without it.
  const wants = guest.cpuPercent + (guest.requestsPerSecond * used.cpuMs) / 10;
  const speed = Math.min(1, (guest.capPercent ?? 100) / wants);
  const bareMs = (vm.responseMs ?? Number.NaN) * speed - used.addsMs;
  return (
    <Section title={CPU.layers}>
      <p>
        {fill(CPU.layersNote, {
          vm: vm.name,
          rate: formatNumber(guest.requestsPerSecond),
          mb: formatNumber(vm.memoryInUseMB),
        })}
      </p>
      <Scroll label={CPU.layers}>
        <table className={`${shared.table} ${shared.wide}`}>
          <thead>
            <tr>
              {[CPU.layer, CPU.stack, CPU.load, CPU.answer, CPU.use].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layers.map((one) => (
              <tr key={one.kind} data-used={one === used}>
                <th scope="row">
                  {one.name}
                  <span className={shared.small}>{one.description}</span>
                  <span className={shared.small}>
                    <Formula text={one.source} />
                  </span>
                </th>
                <td>
                  <ol className={styles.stack}>
                    {one.stack.toReversed().map((layer) => (
                      <li key={layer}>{layer}</li>
                    ))}
                  </ol>
                </td>
                <td>{formatPercent(guest.cpuPercent + (guest.requestsPerSecond * one.cpuMs) / 10, 1)}</td>
                <td>{formatMillis(bareMs + one.addsMs, 3)}</td>
                <td>
                  {one === used ? (
                    CPU.using
                  ) : (
                    <SmallButton
                      aria-label={`${CPU.use}: ${one.name}`}
                      onClick={() => {
                        setParameter('cluster.layers', one.kind).catch(() => {});
                      }}
                    >
                      {CPU.use}
                    </SmallButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}
