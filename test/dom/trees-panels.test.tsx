import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { finish } from '../../src/engine/lab/job.ts';
import { openLab } from '../../src/engine/lab/lab.ts';
import { defaultLab, type LabSpec } from '../../src/engine/lab/spec.ts';
import { offerText } from '../../src/store/trees/incoming.ts';
import { treesStore } from '../../src/store/trees/store.ts';
import type { TreesState } from '../../src/store/trees/types.ts';
import { labWords } from '../../src/views/trees/lab-words.ts';
import { Opening } from '../../src/views/trees/Opening.tsx';
import Panels from '../../src/views/trees/Panels.tsx';
import { READY_LABS } from '../../src/views/trees/panels/ready-labs.ts';
import { readStart, startText } from '../../src/views/trees/panels/start-shape.ts';
import { parse } from '../../src/worker/trees/text.ts';
import { catalogue } from '../views/trees/every-step.ts';
import { setTrees } from './trees-state.ts';

const small: LabSpec = { ...defaultLab, stream: { ...defaultLab.stream, length: 20 } };

function show(panel: TreesState['panel'], spec = small) {
  const actions = setTrees(spec, 3, 2, { panel });
  // What the worker would say of a text.
  actions.parse.mockImplementation(async (what: 'shape', text: string) =>
    parse(undefined as never, { what, text }),
  );
  render(
    <MantineProvider>
      <Panels />
    </MantineProvider>,
  );
  return actions;
}

const opened = (actions: ReturnType<typeof show>) =>
  actions.openLab.mock.lastCall as unknown as [LabSpec, boolean];

describe('the lab panel', () => {
  const group = (name: string) => screen.getByRole('group', { name });
  const field = (name: string) => screen.getByRole('textbox', { name });
  const put = async (name: string, text: string) => {
    await userEvent.clear(field(name));
    await userEvent.type(field(name), `${text}{Enter}`);
  };

  it('lists every tree and stream with what it is and where it is from', async () => {
    show('lab');
    const kinds = within(group('Tree')).getByRole('combobox', { name: 'Kind' });
    expect(within(kinds).getAllByRole('option')).toHaveLength(8);
    const streams = within(group('Stream of operations')).getByRole('combobox', { name: 'Kind' });
    expect(within(streams).getAllByRole('option')).toHaveLength(catalogue.streams.length);
    expect(group('Tree')).toHaveTextContent(/Counts accesses in every node.*Source: Paper B/);
  });

  it('changes the tree at the same place in the operations', async () => {
    const actions = show('lab');
    const kinds = within(group('Tree')).getByRole('combobox', { name: 'Kind' });
    await userEvent.selectOptions(kinds, 'Splay tree');
    const [spec, keep] = opened(actions);
    expect(spec.tree).toEqual({ kind: 'splay', parameters: {} });
    expect(keep).toBe(true);
  });

  it('begins again with another stream, its numbers applied at once', async () => {
    const actions = show('lab');
    await put('Exponent', '1.5');
    const [spec, keep] = opened(actions);
    expect(spec.stream.parameters).toEqual({ exponent: 1.5 });
    expect(keep).toBe(false);
  });

  it('writes a switch as 0 or 1', async () => {
    const actions = show('lab');
    await userEvent.click(screen.getByRole('switch', { name: 'Deeper than, not at least' }));
    expect(Object.values(opened(actions)[0].tree.parameters)).toEqual([1]);
  });

  it('switches the decay on with a period, which can be set from then on', async () => {
    const actions = show('lab');
    const decay = screen.getByRole('switch', { name: /^Let counts decay/ });
    expect(decay).not.toBeChecked();
    expect(screen.queryByRole('textbox', { name: /^Halve counts every/ })).toBeNull();
    await userEvent.click(decay);
    expect(opened(actions)[0].tree.parameters).toEqual({ decayEvery: 2000 });
  });

  it('slides a number of few values, and counts it when it is let go', () => {
    const actions = show('lab');
    const slider = screen.getByRole('slider', { name: /^Too deep from/ });
    expect(slider).toHaveValue('2');
    fireEvent.change(slider, { target: { value: '3.25' } });
    expect(actions.openLab).not.toHaveBeenCalled();
    fireEvent.pointerUp(slider);
    expect(opened(actions)[0].tree.parameters).toEqual({ threshold: 3.25 });
  });

  it('refuses what is out of range in one sentence at the field, and asks for nothing', async () => {
    const actions = show('lab');
    await put('Exponent', '7');
    expect(
      screen.getByText('Exponent must be 0 to 3; 7 was given, and the lab was left as it is.'),
    ).toBeVisible();
    expect(field('Exponent')).toHaveValue('7');
    expect(actions.openLab).not.toHaveBeenCalled();
  });

  it('shows at the field why the worker refuses it, and keeps what was typed', async () => {
    const actions = show('lab');
    actions.openLab.mockResolvedValueOnce(
      'The seed is 1.5; it must be a whole number from 0 to 2,147,483,647.',
    );
    await put('Seed', '1.5');
    expect(await screen.findByText(/^The seed is 1.5/)).toBeVisible();
    expect(field('Seed')).toHaveValue('1.5');
    expect(treesStore.getState().spec).toBe(small);
  });

  it('waits for a word before it makes a large lab', async () => {
    const actions = show('lab');
    await put('Operations', '1000000');
    expect(actions.openLab).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(opened(actions)[0].stream.length).toBe(1_000_000);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull());
  });

  it('keeps typed operations inside a stream that became shorter', async () => {
    const typed = [{ operation: 'insert', key: 5, before: 18 }] as const;
    const actions = show('lab', { ...small, typed });
    await put('Operations', '10');
    expect(opened(actions)[0].typed).toEqual([{ operation: 'insert', key: 5, before: 10 }]);
  });

  it('draws another seed', async () => {
    const actions = show('lab');
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.4242);
    await userEvent.click(screen.getByRole('button', { name: 'Another seed' }));
    expect(opened(actions)[0].seed).toBe(4242);
  });

  it('says which keys it draws from, and asks for their number only where the start is empty', async () => {
    show('lab');
    expect(group('Stream of operations')).toHaveTextContent('It draws from the 31 keys of the start shape.');
    expect(screen.queryByRole('textbox', { name: 'Keys drawn from' })).toBeNull();
    act(() => treesStore.setState({ spec: { ...small, start: 'empty' } }));
    expect(screen.getByRole('textbox', { name: 'Keys drawn from' })).toHaveValue('31');
  });

  it('opens each ready-made lab', async () => {
    const actions = show('lab');
    for (const { name, spec } of READY_LABS) {
      await userEvent.click(
        screen.getByRole('button', { name: new RegExp(`^${name.replace(/[()]/g, '.')}`) }),
      );
      expect(actions.openLab).toHaveBeenLastCalledWith(spec);
    }
  });
});

describe('the ready-made labs', () => {
  it.each(
    READY_LABS.filter(({ spec }) => spec.stream.kind !== 'trace').map(
      ({ name, spec }) => [name, spec] as const,
    ),
  )('%s can be made', (_, spec) => {
    const lab = finish(openLab(spec, null));
    expect(lab.operations.count).toBe(spec.stream.length);
  });

  it('are named by what determines them', () => {
    const words = READY_LABS.map(({ spec }) => labWords(spec, null, catalogue));
    expect(words).toEqual([
      'Zipf 1.0 over 31 keys · seed 327',
      'Zipf 1.0 over 1,000 keys · seed 7',
      'Deepest of 200 keys first',
      'Zipf 1.0, redrawn, over 1,000 keys · seed 7',
      'Zipf 1.0, redrawn, over 1,000 keys · seed 7',
      'Zipf 1.0 over 10,000 keys · seed 7',
      'Zipf 1.0 over 1,000 keys · seed 7',
      'Recorded program cc1',
    ]);
  });
});

describe('the text of a start shape', () => {
  it.each(['empty', 'balanced:31', 'chain:200', 'random:1000', '((1 2 3) 4 5)', '4 2 1 3 5'])(
    '%s reads back as it was',
    (text) => {
      expect(startText(readStart(text))).toBe(text);
    },
  );
});

describe('the shape panel', () => {
  const text = () => screen.getByRole('textbox');
  const use = () => screen.getByRole('button', { name: 'Use as start shape' });

  it('says what it recognised before it is used', async () => {
    const actions = show('shape');
    expect(use()).toBeDisabled();
    await userEvent.click(text());
    await userEvent.paste('((1 2 3) 4 5)');
    expect(await screen.findByText('Recognised as a shape: bracket text, 5 nodes.')).toBeVisible();
    await userEvent.click(use());
    expect(actions.changeLab).toHaveBeenCalledWith({ start: '((1 2 3) 4 5)', typed: [] });
    expect(treesStore.getState().panel).toBe('none');
  });

  it('says where a broken shape breaks, and offers nothing of it', async () => {
    const actions = show('shape');
    await userEvent.click(text());
    await userEvent.paste('((1 2 3) 4 ');
    expect(await screen.findByText(/^No shape: .*\./)).toBeVisible();
    expect(use()).toBeDisabled();
    expect(text()).toHaveValue('((1 2 3) 4 ');
    expect(actions.changeLab).not.toHaveBeenCalled();
  });

  it('keeps text and screen when the lab refuses the shape', async () => {
    const actions = show('shape');
    actions.changeLab.mockResolvedValueOnce('The static optimum takes at most 1,000 keys.');
    await userEvent.click(screen.getByRole('button', { name: 'preorder' }));
    await waitFor(() => expect(use()).toBeEnabled());
    await userEvent.click(use());
    expect(await screen.findByText('The static optimum takes at most 1,000 keys.')).toHaveRole('alert');
    expect(text()).toHaveValue('50 25 12 37 75 62 87');
    expect(treesStore.getState().panel).toBe('shape');
  });

  it('makes a list of keys the stream, and says what it leaves out', async () => {
    const actions = show('shape');
    await userEvent.click(text());
    await userEvent.paste('5 9 5 x7 3');
    expect(await screen.findByText(/^Can be a stream: 4 keys\. Left out: .*x7/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Use as stream on an empty tree' }));
    expect(actions.changeLab).toHaveBeenCalledWith({
      start: 'empty',
      stream: { kind: 'list', parameters: {}, length: 4, keys: 31, list: [5, 9, 5, 3] },
      typed: [],
    });
  });

  it('keeps a very long list out of the field', async () => {
    const actions = show('shape');
    await userEvent.click(text());
    await userEvent.paste(Array.from({ length: 9000 }, (_, i) => 10_000 + i).join(' '));
    expect(await screen.findByText('Can be a stream: 9,000 keys.')).toBeVisible();
    expect((text() as HTMLTextAreaElement).value).toHaveLength(20_000);
    await userEvent.click(screen.getByRole('button', { name: 'Use as stream' }));
    const [part] = actions.changeLab.mock.lastCall as unknown as [Partial<LabSpec>];
    expect(part.stream?.list).toHaveLength(9000);
  });

  it('runs exported operations again', async () => {
    const actions = show('shape');
    await userEvent.click(text());
    await userEvent.paste('insert 5 9\nfind 3');
    expect(await screen.findByText('Can be run: 3 operations.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run these operations' }));
    expect(actions.runText).toHaveBeenCalledWith('insert 5 9\nfind 3');
  });

  it('opens with a text that was dropped, named by its file', async () => {
    show('none');
    act(() => offerText({ text: '2 1 3', source: 'mine.txt' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('from mine.txt');
    expect(text()).toHaveValue('2 1 3');
  });
});

describe('the export panel', () => {
  it('shows the tree in each form, and says what went wrong', async () => {
    const actions = show('export');
    actions.exportText.mockImplementation(async (format: string) => `as ${format}`);
    await userEvent.click(screen.getByRole('radio', { name: 'JSON' }));
    expect(await screen.findByDisplayValue('as json')).toBeVisible();
    actions.exportText.mockRejectedValueOnce(new Error('the worker is gone'));
    await userEvent.click(screen.getByRole('radio', { name: 'Preorder' }));
    expect(await screen.findByText('It could not be made (the worker is gone); try again.')).toHaveRole(
      'alert',
    );
  });
});

describe('sharing', () => {
  it('gives the link and a citation with everything that determines the picture', () => {
    show('share');
    const [link, citation] = screen.getAllByRole('textbox');
    expect((link as HTMLTextAreaElement).value).toMatch(/#\/trees\?here$/);
    expect((citation as HTMLTextAreaElement).value).toMatch(
      /^Migrascope test, trees: Lazy counting splay tree, Zipf 1\.0 over 31 keys · seed 327, operation 4 of 20\. http/,
    );
  });
});

describe('help', () => {
  it('has a sentence on each of the eight trees', () => {
    show('help');
    for (const { name } of catalogue.trees)
      expect(screen.getByText((content) => content.startsWith(`${name}: `))).toBeVisible();
  });
});

describe('a long lab', () => {
  it('says how far it is and can be given up', async () => {
    const actions = setTrees(small, 0, 0, { opening: 0.42 });
    render(<Opening />);
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '42');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(actions.cancelOpening).toHaveBeenCalledOnce();
  });
});
