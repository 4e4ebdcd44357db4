import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { importStore } from '../../src/store/import/store.ts';
import type { ImportItem } from '../../src/store/import/types.ts';
import { tracesStore } from '../../src/store/traces/store.ts';
import ImportPart from '../../src/views/desk/import/ImportPart.tsx';
import Intake from '../../src/views/desk/import/Intake.tsx';

const { actions } = importStore.getState();
const spied = { take: vi.fn(), drop: vi.fn(), use: vi.fn(), sendTrace: vi.fn() };

beforeEach(() => {
  for (const spy of Object.values(spied)) spy.mockReset().mockResolvedValue(undefined);
  importStore.setState({ items: [], notice: null, actions: { ...actions, ...spied } });
});

afterEach(() => {
  tracesStore.setState({ list: [], status: 'unread' });
});

const item = (part: Partial<ImportItem>): ImportItem => ({
  id: 1,
  name: 'mine.txt',
  size: 1234,
  status: 'read',
  done: 1,
  rows: 0,
  found: null,
  lasts: null,
  problem: null,
  ...part,
});

function show(...items: readonly ImportItem[]) {
  importStore.setState({ items });
  return render(
    <MantineProvider>
      <ImportPart close={() => {}} />
    </MantineProvider>,
  );
}

describe('the desk’s part', () => {
  it('takes several files, and what is pasted at once', async () => {
    const { container } = show();
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')]);
    expect(spied.take.mock.lastCall?.[0]).toMatchObject([{ name: 'a.txt' }, { name: 'b.txt' }]);
    await userEvent.click(screen.getByRole('textbox', { name: 'or paste text or a link' }));
    await userEvent.paste('#/trees?at=3');
    expect(spied.take).toHaveBeenLastCalledWith([{ name: 'The pasted text', content: '#/trees?at=3' }]);
    await userEvent.type(screen.getByRole('textbox'), '1 2 3');
    await userEvent.click(screen.getByRole('button', { name: 'Read it' }));
    expect(spied.take).toHaveBeenLastCalledWith([{ name: 'The pasted text', content: '1 2 3' }]);
  });

  it('shows how far a file is and cancels it', async () => {
    show(item({ status: 'reading', done: 0.43, rows: 12_345 }));
    expect(screen.getByRole('progressbar', { name: 'Reading mine.txt' })).toHaveValue(0.43);
    expect(screen.getByText('43 % read, 12,345 page references so far')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(spied.drop).toHaveBeenCalledWith(1);
  });

  it('asks what plain numbers are', async () => {
    show(item({ found: { kind: 'numbers', text: '1 2', count: 2 } }));
    expect(
      screen.getByText(/^2 plain numbers\. Keys for a tree, or page numbers of a trace\?$/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Keys for a tree' }));
    expect(spied.use).toHaveBeenLastCalledWith(1, 'keys');
    await userEvent.click(screen.getByRole('button', { name: 'Page numbers of a trace' }));
    expect(spied.use).toHaveBeenLastCalledWith(1, 'pages');
  });

  it('reports a trace: what was good, what was left out and why, and how long it lasts', async () => {
    const complaints = ['Line 3: "x" is no row; a row is window,page,reads,writes in whole numbers.'];
    const trace = {
      name: 'm~0123456789ab',
      pages: new Int32Array(12_345),
      writes: new Uint8Array(12_345),
      pageCount: 7,
    };
    const reading = { form: 'csv' as const, trace, writes: 2469, lines: 12_368, leftOut: 23, complaints };
    show(item({ found: { kind: 'trace', reading }, lasts: false }));
    expect(screen.getByText(/12,345 page references to 7 pages, 20 % of them writes/)).toBeVisible();
    expect(screen.getByText('23 of 12,368 lines were left out or used in part')).toBeVisible();
    expect(screen.getByText(/^Line 3: "x" is no row/)).toBeVisible();
    expect(screen.getByText('… and 22 more')).toBeVisible();
    expect(screen.getByText(/lasts until the page is closed/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Use 12,345 good rows in Trees' }));
    expect(spied.use).toHaveBeenLastCalledWith(1, 'trees');
  });

  it('lists traces of before, each to be used again', async () => {
    tracesStore.setState({
      status: 'ready',
      list: [
        { name: 'sort~0123456789ab', file: 's', form: 'csv', rows: 10, writes: 5, pages: 3, savedAt: 1 },
      ],
    });
    show();
    expect(screen.getByText('10 page references to 3 pages, 50 % of them writes.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Use sort (imported, 012345) in Migration' }));
    expect(spied.sendTrace).toHaveBeenCalledWith('sort~0123456789ab', 'migration');
  });
});

describe('what comes in beside the desk', () => {
  const mount = () =>
    render(
      <MantineProvider>
        <Intake />
        <button type="button">beside</button>
        <input aria-label="field" />
      </MantineProvider>,
    );
  const transfer = (text: string, files: readonly File[] = []) => ({
    dataTransfer: { files, types: files.length > 0 ? ['Files'] : ['text/plain'], getData: () => text },
  });

  it('is taken wherever it is dropped, files before text', async () => {
    mount();
    const file = new File(['x'], 'x.txt');
    fireEvent.dragOver(screen.getByRole('button'), transfer('', [file]));
    expect(screen.getByText(/^Drop it: scenario/)).toBeVisible();
    fireEvent.drop(screen.getByRole('button'), transfer('', [file, file]));
    expect(screen.queryByText(/^Drop it: scenario/)).toBeNull();
    await waitFor(() => expect(spied.take).toHaveBeenCalledOnce());
    expect(spied.take.mock.lastCall?.[0]).toHaveLength(2);
    fireEvent.drop(screen.getByRole('button'), transfer('(1 2 3)'));
    await waitFor(() =>
      expect(spied.take).toHaveBeenLastCalledWith([{ name: 'The pasted text', content: '(1 2 3)' }]),
    );
  });

  it('is left to a field it is pasted or dropped into, and to a panel that is open', async () => {
    mount();
    await userEvent.click(screen.getByRole('textbox'));
    await userEvent.paste('1 2 3');
    fireEvent.drop(screen.getByRole('textbox'), transfer('1 2 3'));
    const panel = document.body.appendChild(document.createElement('div'));
    panel.setAttribute('aria-modal', 'true');
    await userEvent.click(screen.getByRole('button'));
    await userEvent.paste('1 2 3');
    panel.remove();
    expect(spied.take).not.toHaveBeenCalled();
    await userEvent.paste('4 5 6');
    await waitFor(() =>
      expect(spied.take).toHaveBeenCalledExactlyOnceWith([{ name: 'The pasted text', content: '4 5 6' }]),
    );
  });
});
