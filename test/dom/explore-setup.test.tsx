import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { type Draft, draftOf, freshAxis, make } from '../../src/views/explore/panels/draft.ts';
import { SetupPanel } from '../../src/views/explore/panels/SetupPanel.tsx';
import { specOf } from '../layout/explore/sample.ts';
import { catalogue, setExplore } from './explore-state.ts';

const info = catalogue.kinds.migration;
const spec = specOf({ xs: [10e6, 20e6, 40e6, 80e6], ys: [1000, 2000, 3000], seeds: 5 });
const made = (part: Partial<Draft> = {}, draft = draftOf(spec, info)) =>
  make({ ...draft, ...part }, info, catalogue.limits);
const axis = (part: Partial<Draft['first']>) => ({ first: { ...draftOf(spec, info).first, ...part } });

describe('a draft', () => {
  test('of a sweep makes that very sweep again', () => {
    expect(made().spec).toEqual(spec);
    for (const { spec: ready } of catalogue.readySweeps) {
      const kind = catalogue.kinds[ready.subject.kind];
      expect(make(draftOf(ready, kind), kind, catalogue.limits).spec).toEqual(ready);
    }
  });

  test('reads rates in MB/s and knows how its values were made', () => {
    const { first, second } = draftOf(spec, info);
    expect(first).toMatchObject({ mode: 'log', from: '10', to: '80', steps: '4' });
    expect(second).toMatchObject({ mode: 'linear', from: '1000', to: '3000', steps: '3' });
  });

  test('counts its runs', () => {
    expect(made().counts).toEqual({ places: 12, cases: 60 });
  });

  test.each([
    [axis({ from: 'much' }), 'first', 'From needs a number.'],
    [axis({ from: '80', to: '10' }), 'first', '“To” must be larger than “From”.'],
    [
      axis({ from: '0' }),
      'first',
      'Equal factors need values above 0; choose equal steps, or begin above 0.',
    ],
    [axis({ steps: '1.5' }), 'first', /^A whole number from 2 to/],
    [
      axis({ mode: 'list', list: '1, two' }),
      'first',
      '“two” is no number; write numbers with commas between them.',
    ],
    [axis({ mode: 'list', list: '3, 3' }), 'first', '3 MB/s stands there twice.'],
    [axis({ mode: 'list', list: ' ' }), 'first', 'Write at least one value.'],
    [axis({ mode: 'list', list: '-5' }), 'first', /^Bandwidth must be/],
    [{ second: draftOf(spec, info).first }, 'second', /^Both axes vary Bandwidth/],
    [{ variants: [] }, 'variants', 'Choose at least one variant.'],
    [{ seedCount: '0' }, 'seedCount', /^A whole number from 1 to/],
    [{ seedFirst: '-1' }, 'seedFirst', 'The first seed is a whole number from 0.'],
  ] as [Partial<Draft>, 'first', string | RegExp][])(
    'with %j names what cannot stand',
    (part, field, sentence) => {
      const result = made(part);
      expect(result.spec).toBeNull();
      expect(result.problems[field]).toMatch(sentence);
      expect(Object.keys(result.problems)).toEqual([field]);
    },
  );

  test('of too many runs says how many it would be', () => {
    const wide = { mode: 'linear', from: '1', to: '1000', steps: '200' } as const;
    const second = { ...draftOf(spec, info).second, mode: 'linear', from: '1', to: '9000', steps: '200' };
    const { spec: none, problems } = made({
      ...axis(wide),
      second: second as Draft['second'],
      seedCount: String(catalogue.limits.seeds),
    });
    expect(none).toBeNull();
    expect(problems).toEqual({
      cases: expect.stringMatching(/^That is [\d,]+ runs; at most [\d,]+ can be made\./),
    });
  });

  test('of a fresh number lies around its value, within its range', () => {
    const writes = info.parameters.find(({ path }) => path === 'vm.workload.writesPerSecond');
    expect(freshAxis(writes, 8000)).toMatchObject({ mode: 'log', from: '2000', to: '32000' });
    const loss = info.parameters.find(({ path }) => path === 'link.lossRate');
    expect(freshAxis(loss, 0.4)).toMatchObject({ mode: 'linear', from: '0.1' });
    expect(Number(freshAxis(loss, 0.4).to)).toBeLessThanOrEqual(loss?.max ?? 1);
  });
});

describe('the panel', () => {
  const mount = () => {
    const closed = { times: 0 };
    render(
      <MantineProvider>
        <SetupPanel
          close={() => {
            closed.times += 1;
          }}
        />
      </MantineProvider>,
    );
    return closed;
  };

  test('changes nothing until “Use it”, then sets the sweep up and closes', async () => {
    const actions = setExplore(spec, null);
    const closed = mount();
    const seeds = screen.getByRole('textbox', { name: 'How many seeds' });
    await userEvent.clear(seeds);
    await userEvent.type(seeds, '3');
    expect(screen.getByText('12 places × one variant × 3 seeds = 36 runs.')).toBeVisible();
    expect(actions.openSweep).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Stop and copy' }));
    await userEvent.click(screen.getByRole('button', { name: 'Use it' }));
    expect(actions.openSweep.mock.calls[0]?.[0]).toMatchObject({
      seeds: { first: 1, count: 3 },
      variants: [{ label: 'as it is' }, { label: 'Stop and copy' }],
    });
    expect(closed.times).toBe(1);
  });

  test('names a wrong entry beside its field and holds “Use it” back', async () => {
    setExplore(spec, null);
    mount();
    const seeds = screen.getByRole('textbox', { name: 'How many seeds' });
    await userEvent.clear(seeds);
    expect(seeds).toHaveAccessibleDescription(/^A whole number from 1 to/);
    expect(screen.getByRole('button', { name: 'Use it' })).toBeDisabled();
  });

  test('says what the engine refuses and stays open', async () => {
    const actions = setExplore(spec, null);
    actions.openSweep.mockResolvedValue('The hot set does not fit.');
    const closed = mount();
    await userEvent.click(screen.getByRole('button', { name: 'Use it' }));
    expect(await screen.findByText('The hot set does not fit.')).toBeVisible();
    expect(closed.times).toBe(0);
  });

  test('another run brings its own numbers', async () => {
    const actions = setExplore(spec, null);
    mount();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Run that is varied' }),
      'first:trees',
    );
    expect(screen.getByRole('combobox', { name: 'Figure drawn first' })).toHaveTextContent('Nodes visited');
    await userEvent.click(screen.getByRole('button', { name: 'Use it' }));
    const used = actions.openSweep.mock.calls[0]?.[0];
    expect(used?.subject.kind).toBe('trees');
    expect(used?.axes).toHaveLength(1);
  });
});
