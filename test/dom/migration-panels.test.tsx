import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { defaultMove } from '../../src/engine/experiments/moves.ts';
import type { MoveLab } from '../../src/protocol/migration/model.ts';
import { migrationStore } from '../../src/store/migration/store.ts';
import type { MigrationState } from '../../src/store/migration/types.ts';
import Panels from '../../src/views/migration/Panels.tsx';
import { catalogue } from '../views/migration/catalogue.ts';
import { moveStory, smallLab } from './migration-state.ts';

const story = moveStory();

function show(panel: MigrationState['panel'], more: Partial<MigrationState> = {}) {
  story.show(20, { catalogue, panel, ...more });
  render(
    <MantineProvider>
      <Panels />
    </MantineProvider>,
  );
  const { actions } = migrationStore.getState();
  vi.mocked(actions.openLab)
    .mockReset()
    .mockImplementation(async (lab) => {
      act(() => migrationStore.setState({ lab }));
      return null;
    });
  return {
    openLab: vi.mocked(actions.openLab),
    setStrategy: vi.mocked(actions.setStrategy),
    openPanel: vi.mocked(actions.openPanel),
    file: vi.mocked(actions.file),
    link: vi.mocked(actions.link),
  };
}

/** A section, opened if it is not; things are found by label, for roles and names take seconds to work out. */
function group(name: string): HTMLElement {
  const title = screen.getByText(name, { selector: 'button[aria-expanded] *' });
  if (title.closest('button')?.getAttribute('aria-expanded') !== 'true') fireEvent.click(title);
  return screen.getByLabelText(name, { selector: 'fieldset' });
}
const field = (section: string, name: string) =>
  within(group(section)).getByLabelText(name, { selector: 'input' });
const list = (section: string, name: string) =>
  within(group(section)).getByLabelText(name, { selector: 'select' });
const button = (text: string) => screen.getByText(text, { selector: 'button, button *' });

function choose(section: string, name: string, label: string) {
  const select = list(section, name);
  const option = within(select).getByText(label);
  fireEvent.change(select, { target: { value: (option as HTMLOptionElement).value } });
}

function put(section: string, name: string, value: string) {
  const input = field(section, name);
  fireEvent.change(input, { target: { value } });
  fireEvent.keyDown(input, { key: 'Enter' });
}

describe('the setup', () => {
  const opened = (openLab: ReturnType<typeof show>['openLab']) => openLab.mock.lastCall as [MoveLab, boolean];

  it('opens a ready-made migration from its beginning', async () => {
    const { openLab } = show('setup');
    const ready = group('Ready-made migrations');
    for (const { name, description } of catalogue.readyMoves) {
      expect(within(ready).getByText(name).closest('button')).toHaveTextContent(`${name} ${description}`);
    }
    const [, second] = catalogue.readyMoves;
    fireEvent.click(within(ready).getByText(second?.name ?? ''));
    expect(opened(openLab)).toEqual([second?.lab, false]);
  });

  it('changes one number and nothing else, at the same moment', async () => {
    const { openLab } = show('setup');
    put('VM', 'Memory (MiB)', '8');
    const { spec } = smallLab;
    expect(opened(openLab)).toEqual([
      { ...smallLab, spec: { ...spec, vm: { ...spec.vm, memoryMiB: 8 } } },
      true,
    ]);
  });

  it('takes rates in MB/s', () => {
    const { openLab } = show('setup');
    put('Link', 'Bandwidth (MB/s)', '12.5');
    expect(opened(openLab)[0].spec.link.bandwidthBytesPerSecond).toBe(12_500_000);
  });

  it('refuses what is out of range with one sentence, and changes nothing', () => {
    const { openLab } = show('setup');
    put('Link', 'Loss (0–1)', '1.5');
    expect(group('Link')).toHaveTextContent(
      'Loss must be 0 to 0.99; 1.5 was given, and the run was left as it is.',
    );
    put('Link', 'Bandwidth (MB/s)', '0');
    expect(group('Link')).toHaveTextContent('Bandwidth must be 0.001 to 1,000,000; 0 was given');
    expect(openLab).not.toHaveBeenCalled();
  });

  it('keeps what the engine refuses in its field, says why there, and can go back', async () => {
    const { openLab } = show('setup');
    openLab.mockResolvedValue('vm.workload.hotSetMiB is 300; it must lie between 0 and 4.');
    put('Workload', 'Hot set (MiB)', '300');
    await waitFor(() =>
      expect(group('Workload')).toHaveTextContent('“Hot set” is 300; it must lie between 0 and 4.'),
    );
    expect(field('Workload', 'Hot set (MiB)')).toHaveValue('300');
    fireEvent.click(button('Back to what is on screen'));
    expect(field('Workload', 'Hot set (MiB)')).toHaveValue('1');
  });

  it('chooses a pattern with its own settings only, and recorded programs by name', async () => {
    const { openLab } = show('setup');
    expect(within(group('Workload')).queryByLabelText('Exponent')).toBeNull();
    choose('Workload', 'Pattern', 'Zipf');
    expect(opened(openLab)[0].spec.vm.workload).toMatchObject({ pattern: 'zipf', file: null });
    expect(within(group('Workload')).getByLabelText('Exponent')).toBeInTheDocument();
    choose('Workload', 'Pattern', 'Recorded program: gzip');
    expect(opened(openLab)[0].spec.vm.workload).toMatchObject({ pattern: 'trace', file: 'gzip' });
    expect(within(group('Workload')).queryByLabelText('Hot set (MiB)')).toBeNull();
  });

  it('takes a link from the list and leaves the faults', async () => {
    const outages = [{ fromMs: 100, toMs: 200 }];
    const lab = { ...smallLab, spec: { ...smallLab.spec, link: { ...smallLab.spec.link, outages } } };
    const { openLab } = show('setup', { lab });
    choose('Link', 'Kind of link', 'Continental WAN');
    const wan = catalogue.linkPresets.find(({ name }) => name === 'Continental WAN');
    expect(opened(openLab)[0].spec.link).toEqual({ ...wan?.link, outages });
    expect(list('Link', 'Kind of link')).toHaveDisplayValue('Continental WAN');
  });

  it('adds, changes and removes breaks of the link, kept in order', async () => {
    const { openLab } = show('setup');
    const add = within(group('Faults')).getByText('Add a break');
    fireEvent.click(add);
    expect(opened(openLab)[0].spec.link.outages).toEqual([{ fromMs: 20, toMs: 1020 }]);
    fireEvent.click(add);
    expect(opened(openLab)[0].spec.link.outages).toHaveLength(2);
    put('Faults', 'Outage 2, from (ms)', '5');
    put('Faults', 'Outage 1, for (ms)', '10');
    expect(opened(openLab)[0].spec.link.outages[0]).toEqual({ fromMs: 5, toMs: 15 });
    put('Faults', 'Outage 1, for (ms)', '-3');
    expect(group('Faults')).toHaveTextContent(
      'An outage needs a beginning from 0 ms and a length above 0 ms',
    );
    fireEvent.click(screen.getByLabelText('Remove outage 2'));
    expect(opened(openLab)[0].spec.link.outages).toEqual([{ fromMs: 5, toMs: 15 }]);
  });

  it('lets a host die at the moment on screen, and live again', () => {
    const { openLab } = show('setup');
    const dies = () => field('Faults', 'The destination dies');
    fireEvent.click(dies());
    expect(opened(openLab)[0].spec.faults).toEqual({ destinationDiesAtMs: 20, sourceDiesAtMs: null });
    fireEvent.click(dies());
    expect(opened(openLab)[0].spec.faults.destinationDiesAtMs).toBeNull();
  });

  it('sets each side’s strategy, stop rule and their own settings', async () => {
    const { openLab } = show('setup');
    choose('Strategy A', 'Stop rule', 'QEMU');
    expect(opened(openLab)[0].spec.strategy.stopRule.kind).toBe('qemu');
    put('Strategy A', 'Downtime limit (ms)', '30');
    expect(opened(openLab)[0].spec.strategy.stopRule).toEqual({ kind: 'qemu', downtimeLimitMs: 30 });
    choose('Strategy B', 'Strategy', 'Working-set pre-copy');
    choose('Strategy B', 'Predictor', 'Oracle');
    expect(opened(openLab)[0].against).toMatchObject({ kind: 'working-set-pre-copy', predictor: 'oracle' });
    choose('Strategy B', 'Strategy', 'none');
    expect(opened(openLab)[0].against).toBeNull();
  });

  it('goes back to the default', async () => {
    const { openLab } = show('setup');
    fireEvent.click(button('Reset to default'));
    expect(opened(openLab)).toEqual([defaultMove, false]);
  });

  it('says how far a long one is and lets it be given up', async () => {
    show('setup', { opening: 0.337 });
    expect(screen.getByText('Making it ready: 33 %')).toBeInTheDocument();
    fireEvent.click(button('Cancel'));
    expect(migrationStore.getState().actions.cancelOpening).toHaveBeenCalled();
  });
});

describe('the strategies', () => {
  it('stand there with idea, source and rule, each to be put on a side', async () => {
    const { setStrategy } = show('strategies');
    for (const { name, description, pseudocode } of catalogue.strategies) {
      const article = screen.getByRole('article', { name });
      expect(article).toHaveTextContent(description);
      const rule = within(article).getByLabelText(`Rule of ${name}`);
      expect([...rule.children].map((line) => line.textContent)).toEqual(
        pseudocode.map((line) => line.trim()),
      );
    }
    await userEvent.click(screen.getByRole('button', { name: 'Use as B: Hybrid' }));
    expect(setStrategy).toHaveBeenCalledWith(1, { kind: 'hybrid' });
    expect(screen.getByRole('button', { name: 'is B: Post-copy' })).toBeDisabled();
  });
});

describe('sharing', () => {
  it('gives the link, each side’s file and the command that runs it', () => {
    const state = { catalogue, panel: 'share' as const };
    story.show(20, state);
    const { actions } = migrationStore.getState();
    vi.mocked(actions.link).mockReturnValue('#/migration?here');
    vi.mocked(actions.file).mockImplementation((side) =>
      side === 0
        ? smallLab.spec
        : { ...smallLab.spec, strategy: { ...smallLab.spec.strategy, kind: 'hybrid' } },
    );
    render(
      <MantineProvider>
        <Panels />
      </MantineProvider>,
    );
    expect(screen.getByRole('textbox', { name: 'Link to this moment' })).toHaveDisplayValue(
      /#\/migration\?here$/,
    );
    const file = (name: string) =>
      JSON.parse(screen.getByRole<HTMLTextAreaElement>('textbox', { name }).value) as unknown;
    expect(file('Migration A as a file')).toEqual(smallLab.spec);
    expect(file('Migration B as a file')).toMatchObject({ strategy: { kind: 'hybrid' } });
    expect(screen.getByRole('textbox', { name: 'Command for B' })).toHaveDisplayValue(
      'npm run -s cli -- migrate migration-b.json',
    );
  });
});

describe('help', () => {
  it('tells the keys, and what is measured, published, assumed and not modelled', () => {
    show('help');
    for (const key of ['Space', 'B', 'Z', '1 2 3', '?']) {
      expect(screen.getByText(key, { selector: 'kbd' })).toBeInTheDocument();
    }
    for (const word of [/^Measured on QEMU/, /^Published:/, /^Assumed:/, /^Not modelled:/]) {
      expect(screen.getByText(word)).toBeInTheDocument();
    }
  });
});
