/** What happened to one page of a VM up to a moment. */
import { PAGE_STATE } from '../../base/columns.ts';
import { hasBegun, jobOf } from '../../engine/simulation/jobs.ts';
import type { Series } from '../../engine/simulation/series.ts';
import type { SimState } from '../../engine/simulation/state.ts';
import type { PageHistory, PageHistoryRow } from '../../protocol/requests.ts';

export function pageHistory(sim: SimState, series: Series, vmId: number, page: number): PageHistory {
  const vm = sim.vms[vmId];
  if (vm === undefined || page < 0 || page >= vm.memoryPages) {
    throw new Error(`There is no page ${page} of VM ${vmId}; pick another one.`);
  }
  const process = vm.workload.processOf(page);
  const key = vm.workload.keyOf(page);
  const tree = process < 0 ? null : vm.predictor.treeOf(process);
  const node = tree === null ? 0 : tree.nodeOf(key);
  const job = jobOf(sim, vmId);
  const transfer = job !== null && hasBegun(job) ? job.transfer : null;
  const home = vm.activatedUs >= 0 ? PAGE_STATE.arrived : PAGE_STATE.atHome;
  return {
    vm: vmId,
    page,
    version: vm.versions[page] as number,
    state: transfer === null ? home : (transfer.state[page] as number),
    process,
    program: process < 0 ? '' : vm.workload.programOf(process),
    key,
    depth: node === 0 || tree === null ? -1 : tree.depthOf(key),
    selfCount: node === 0 || tree === null ? -1 : tree.selfAt(node),
    rows: rowsOf(series, sim.nowUs, vmId, page),
  };
}

function rowsOf(series: Series, nowUs: number, vm: number, page: number): PageHistoryRow[] {
  const { pages } = series;
  const rows: PageHistoryRow[] = [];
  const end = pages.rowsUntil(nowUs);
  for (let row = 0; row < end; row += 1) {
    if (pages.at(row, 2) !== page || pages.at(row, 1) !== vm) continue;
    rows.push({ atUs: pages.at(row, 0), kind: pages.at(row, 3), round: pages.at(row, 4) });
  }
  return rows;
}
