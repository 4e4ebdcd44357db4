import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOCKS } from '../../src/protocol/embed.ts';
import { lockedActions } from '../../src/store/locks.ts';
import { page } from '../../src/store/page.ts';
import { appStore } from '../../src/store/store.ts';
import type { Taken } from '../../src/store/taken.ts';
import EmbedPart from '../../src/views/desk/embed/EmbedPart.tsx';
import { Fixed } from '../../src/views/shared/Fixed.tsx';

const LINK = '#/failover?v=1&run=abc&t=2400';

const { actions } = appStore.getState();
const fresh = { ...page };

beforeEach(() => {
  const taken = { link: LINK } as Taken;
  appStore.setState({ workspace: 'failover', actions: { ...actions, take: async () => taken } });
});

afterEach(() => {
  appStore.setState({ actions });
  Object.assign(page, fresh);
});

async function desk() {
  render(<EmbedPart close={() => {}} />, { wrapper: MantineProvider });
  await screen.findByLabelText('Link');
  return userEvent.setup();
}

const value = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label).value;

describe('embed and lock', () => {
  it('writes iframe and link for what is chosen', async () => {
    const user = await desk();
    expect(value('Link')).toBe(`${location.origin}/?embed=stage#/failover?v=1&run=abc`);
    await user.selectOptions(screen.getByLabelText('What is shown'), 'Time line');
    await user.click(screen.getByRole('radio', { name: 'at the moment on screen' }));
    await user.click(screen.getByRole('radio', { name: 'dark' }));
    await user.click(screen.getByRole('checkbox', { name: /^With controls/ }));
    await user.click(screen.getByRole('checkbox', { name: 'Plays by itself' }));
    // In the order of the list, whatever comes first.
    await user.click(screen.getByRole('checkbox', { name: 'Pace' }));
    await user.click(screen.getByRole('checkbox', { name: 'Failures' }));
    const search = '?embed=timeline&controls=0&theme=dark&play=1&lock=failures,pace';
    expect(value('Link')).toBe(`${location.origin}/${search}${LINK}`);
    const pasted = document.createElement('div');
    pasted.innerHTML = value('Text for a web page');
    const frame = pasted.querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe(value('Link'));
    expect(frame?.title).toBe('Time line: Failover in Migrascope');
    expect([frame?.width, frame?.height]).toEqual(['640', '400']);
  });

  it('takes a size of one’s own, and keeps the last that fits', async () => {
    const user = await desk();
    await user.selectOptions(screen.getByLabelText('Size'), 'own size');
    const width = screen.getByLabelText('Width, px');
    await user.clear(width);
    await user.type(width, '500');
    expect(value('Text for a web page')).toContain('width="500" height="400"');
    await user.clear(width);
    await user.type(width, '20');
    expect(screen.getByRole('alert')).toHaveTextContent('A frame is 320 to 4,000 px wide');
    expect(value('Text for a web page')).toContain('width="500" height="400"');
  });

  it('offers the page itself as a link, with its locks and without an iframe', async () => {
    const user = await desk();
    await user.selectOptions(screen.getByLabelText('What is shown'), 'The page itself, as a link');
    await user.click(screen.getByRole('checkbox', { name: 'Workspaces' }));
    expect(value('Link')).toBe(`${location.origin}/?lock=workspaces#/failover?v=1&run=abc`);
    expect(screen.queryByLabelText('Text for a web page')).toBeNull();
  });

  it('explains every lock', async () => {
    await desk();
    for (const { label, about } of LOCKS)
      expect(screen.getByRole('checkbox', { name: label })).toHaveAccessibleDescription(about);
  });
});

it('fixed settings are shown, disabled, with the reason', () => {
  const field = (
    <Fixed lock="parameters">
      <input aria-label="Seed" defaultValue="7" />
    </Fixed>
  );
  const { unmount } = render(field);
  expect(screen.getByLabelText('Seed')).toBeEnabled();
  unmount();
  page.refusal = (lock) => (lock === 'parameters' ? 'This link fixes them.' : null);
  render(field);
  expect(screen.getByLabelText('Seed')).toBeDisabled();
  expect(screen.getByText('This link fixes them.')).toBeVisible();
});

it('every lock closes an action of some workspace', () => {
  const open = () => {};
  const all = new Proxy({}, { get: () => open, ownKeys: () => [] });
  for (const { name } of LOCKS) {
    const closed = (['failover', 'migration', 'trees', 'explore', 'evidence'] as const).flatMap((workspace) =>
      Object.keys(lockedActions(workspace, all, [name], () => ({}), open)),
    );
    expect(closed.length, name).toBeGreaterThan(0);
  }
});
