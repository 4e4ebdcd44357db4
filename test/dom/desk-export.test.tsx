import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appStore } from '../../src/store/store.ts';
import type { Taken } from '../../src/store/taken.ts';
import ExportPart from '../../src/views/desk/export/ExportPart.tsx';
import { offerPicture } from '../../src/views/shared/pictures.ts';

const taken: Taken = {
  workspace: 'failover',
  name: 'Stop of node 1',
  moment: 'at 20.10 s',
  link: '#/failover?v=1',
  file: { name: 'scenario.json', json: { version: 1, seed: 3 } },
  subject: null,
  figures: [
    { label: 'downtime of x0 (ms)', value: 60.5 },
    { label: 'migration of x0', value: 'running' },
    { label: 'lost pings', value: null },
  ],
  series: [
    {
      name: 'Round trips',
      file: 'round-trips.csv',
      columns: ['sent_ms', 'rtt_ms'],
      rows: [
        [10, 0.25],
        [20, null],
      ],
    },
  ],
  texts: [{ name: 'Tree in brackets', file: 'tree.txt', text: async () => '(1 (2))' }],
};

const saved: { name: string; blob: Blob }[] = [];
const textOf = (blob: Blob) =>
  new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsText(blob);
  });
let giveBack = () => {};
const before = appStore.getState().actions;

function show(one: Taken | null) {
  appStore.setState({ actions: { ...before, take: async () => one } });
  render(
    <MantineProvider>
      <ExportPart close={() => {}} />
    </MantineProvider>,
  );
}

beforeEach(() => {
  saved.length = 0;
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob: Blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob);
    return address;
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob) saved.push({ name: this.download, blob });
  });
});

afterEach(() => {
  giveBack();
  giveBack = () => {};
  vi.restoreAllMocks();
  appStore.setState({ actions: before });
});

describe('the export part of the desk', () => {
  it('says that nothing is there before anything is', async () => {
    show(null);
    expect(await screen.findByText(/Nothing is on screen yet/)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says what is missing, part by part', async () => {
    show({ ...taken, file: null, figures: [], series: [], texts: [] });
    expect(await screen.findByText(/Nothing on screen can be drawn yet/)).toBeVisible();
    expect(screen.getByText(/No series yet/)).toBeVisible();
    expect(screen.getByText(/no single run/)).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Texts' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Animation' })).toBeNull();
  });

  it('saves a series as CSV, the run and its figures as JSON', async () => {
    const user = userEvent.setup();
    show(taken);
    await user.click(await screen.findByRole('button', { name: 'Save Round trips as CSV' }));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('failover-stop-of-node-1-round-trips.csv');
    expect(await textOf(saved[0]?.blob as Blob)).toBe('sent_ms,rtt_ms\r\n10,0.25\r\n20,\r\n');
    await user.click(screen.getByRole('button', { name: 'Run (JSON)' }));
    expect(JSON.parse(await textOf(saved[1]?.blob as Blob))).toEqual(taken.file?.json);
    await user.click(screen.getByRole('button', { name: 'Figures (JSON)' }));
    expect(JSON.parse(await textOf(saved[2]?.blob as Blob))).toMatchObject({
      link: taken.link,
      run: taken.file?.json,
      figures: { 'downtime of x0 (ms)': 60.5, 'migration of x0': 'running', 'lost pings': null },
    });
  });

  it('copies a text, and says so where the browser refuses', async () => {
    const user = userEvent.setup();
    show(taken);
    const copy = await screen.findByRole('button', { name: 'Copy: Tree in brackets' });
    await user.click(copy);
    expect(await navigator.clipboard.readText()).toBe('(1 (2))');
    expect(await screen.findByText('Tree in brackets was copied.')).toBeVisible();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await user.click(copy);
    expect(await screen.findByText(/Copying was refused/)).toBeVisible();
  });

  it('draws the picture that is offered, says its size, and saves what was drawn', async () => {
    const user = userEvent.setup();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"></svg>';
    giveBack = offerPicture({ id: 'heat', name: 'Heat map', svg: () => svg });
    show(taken);
    expect(await screen.findByRole('img', { name: 'Preview: Heat map' })).toBeVisible();
    const part = within(screen.getByRole('region', { name: 'Picture' }));
    expect(part.getByText('300 × 120 px, sharp at any size')).toBeVisible();
    await user.click(part.getByRole('radio', { name: 'PNG' }));
    expect(part.getByText('600 × 240 pixels')).toBeVisible();
    await user.click(part.getByRole('radio', { name: '3×' }));
    expect(part.getByText('900 × 360 pixels')).toBeVisible();
    await user.click(part.getByRole('radio', { name: 'SVG' }));
    await user.click(part.getByRole('button', { name: 'Save picture' }));
    expect(saved[0]?.name).toBe('failover-stop-of-node-1-heat.svg');
    expect(await textOf(saved[0]?.blob as Blob)).toBe(svg);
  });

  it('says in one sentence why a picture cannot be', async () => {
    giveBack = offerPicture({
      id: 'heat',
      name: 'Heat map',
      svg: () => Promise.reject(new Error('Run the sweep first.')),
    });
    show(taken);
    expect(await screen.findByText('It could not be made: Run the sweep first.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Save picture' })).toBeDisabled();
  });
});
