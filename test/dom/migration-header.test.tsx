import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { migrationStore } from '../../src/store/migration/store.ts';
import type { MigrationActions, MigrationState } from '../../src/store/migration/types.ts';
import { FaultBar } from '../../src/views/migration/faults/FaultBar.tsx';
import { MigrationHeader } from '../../src/views/migration/header/MigrationHeader.tsx';
import { MigrationNotices } from '../../src/views/migration/MigrationNotices.tsx';
import { Opening } from '../../src/views/migration/Opening.tsx';
import { WorkspaceStatus } from '../../src/views/migration/WorkspaceStatus.tsx';
import { WORKSPACE_CONTROLS } from '../../src/views/shared/workspace-controls.ts';
import { catalogue } from '../views/migration/catalogue.ts';
import { moveStory, smallLab } from './migration-state.ts';

const story = moveStory();

const spy = <N extends keyof MigrationActions>(name: N) => vi.mocked(migrationStore.getState().actions[name]);

function show(ms: number, more: Partial<MigrationState> = {}) {
  story.show(ms, { catalogue, ...more });
  render(
    <MantineProvider>
      <div id={WORKSPACE_CONTROLS} />

      <MigrationHeader />
      <MigrationNotices />
      <FaultBar />
      <Opening />
      <WorkspaceStatus />
    </MantineProvider>,
  );
}

beforeEach(() => {
  for (const name of ['setStrategy', 'openLab', 'breakLink', 'restoreLink', 'killHost', 'undo'] as const) {
    story.show(0, { catalogue });
    spy(name).mockReset().mockResolvedValue(null);
  }
  for (const name of ['tell', 'dismissNotice'] as const) spy(name).mockReset();
});

describe('the header', () => {
  it('chooses the view', async () => {
    show(20);
    expect(screen.getByRole('radio', { name: 'Run' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'All strategies' }));
    expect(spy('setView')).toHaveBeenCalledWith('all');
  });

  it('names each side’s strategy with its stop rule, and changes it', async () => {
    show(20);
    const a = screen.getByRole('combobox', { name: 'Strategy of side A' });
    expect(a).toHaveDisplayValue('Pre-copy · Xen’s rule');
    await userEvent.selectOptions(a, 'Pre-copy · QEMU’s rule');
    expect(spy('setStrategy')).toHaveBeenLastCalledWith(0, {
      kind: 'pre-copy',
      stopRule: { kind: 'qemu', downtimeLimitMs: smallLab.spec.strategy.stopRule.downtimeLimitMs },
    });
    const b = screen.getByRole('combobox', { name: 'Strategy of side B' });
    expect(b).toHaveDisplayValue('Post-copy');
    await userEvent.selectOptions(b, 'none');
    expect(spy('setStrategy')).toHaveBeenLastCalledWith(1, null);
  });

  it('can have no side B, and then nothing to swap', () => {
    show(20, { lab: { ...smallLab, against: null } });
    expect(screen.getByRole('combobox', { name: 'Strategy of side B' })).toHaveDisplayValue('none');
    expect(screen.getByRole('button', { name: 'Swap A and B' })).toBeDisabled();
  });

  it.each([
    ['Setup', 'setup'],
    ['Strategies', 'strategies'],
    ['Share', 'share'],
    ['Help', 'help'],
  ] as const)('opens %s', async (name, panel) => {
    show(20);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(spy('openPanel')).toHaveBeenLastCalledWith(panel);
  });
});

describe('the faults', () => {
  it('break the link for as long as is chosen, at the moment on screen', async () => {
    show(20);
    await userEvent.click(screen.getByRole('radio', { name: '0.2 s' }));
    await userEvent.click(screen.getByRole('button', { name: 'Break the link' }));
    expect(spy('breakLink')).toHaveBeenLastCalledWith(200);
  });

  it('restore the link only while it is broken', async () => {
    const restore = () => screen.getByRole('button', { name: 'Restore it now' });
    const { spec } = smallLab;
    const lab = {
      ...smallLab,
      spec: { ...spec, link: { ...spec.link, outages: [{ fromMs: 10, toMs: 30 }] } },
    };
    show(20);
    await userEvent.click(restore());
    expect(spy('restoreLink')).not.toHaveBeenCalled();
    expect(restore()).toHaveAttribute('aria-disabled', 'true');
    story.show(20, { catalogue, lab });
    await userEvent.click(restore());
    expect(spy('restoreLink')).toHaveBeenCalledOnce();
    story.show(30, { catalogue, lab });
    expect(restore()).toHaveAttribute('aria-disabled', 'true');
  });

  it('kill a host once, and nobody when all is over', async () => {
    show(20);
    await userEvent.click(screen.getByRole('button', { name: 'Source dies' }));
    expect(spy('killHost')).toHaveBeenLastCalledWith('source');
    const faults = { sourceDiesAtMs: 15, destinationDiesAtMs: null };
    story.show(20, { catalogue, lab: { ...smallLab, spec: { ...smallLab.spec, faults } } });
    expect(screen.getByRole('button', { name: 'Source dies' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('button', { name: 'Destination dies' })).not.toHaveAttribute('aria-disabled');
    story.show(story.endMs, { catalogue });
    for (const name of ['Break the link', 'Source dies', 'Destination dies']) {
      const button = screen.getByRole('button', { name });
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAttribute('title', expect.stringContaining('over at this moment'));
    }
  });

  it('say why one cannot be', async () => {
    show(20);
    spy('killHost').mockResolvedValue('It cannot die now.');
    await userEvent.click(screen.getByRole('button', { name: 'Destination dies' }));
    expect(spy('tell')).toHaveBeenLastCalledWith('It cannot die now.');
  });

  it('can be undone while there is something to undo', async () => {
    show(20, { undoable: 0 });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(spy('undo')).not.toHaveBeenCalled();
    story.show(20, { catalogue, undoable: 2 });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(spy('undo')).toHaveBeenCalledOnce();
  });
});

describe('what is under way', () => {
  it('says how far a long opening is and can be given up', async () => {
    show(20, { opening: 0.5 });
    expect(screen.getByRole('progressbar', { name: 'Making the migration ready' })).toHaveValue(50);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(spy('cancelOpening')).toHaveBeenCalledOnce();
  });

  it('tells that it is being made ready, and what to do if it could not be', () => {
    show(0, { opened: null, moment: null, status: 'loading' });
    expect(screen.getByText(/is being made ready/)).toBeInTheDocument();
    story.show(0, { catalogue, opened: null, moment: null, status: 'failed' });
    expect(screen.getByRole('button', { name: 'Reload' })).toBeInTheDocument();
  });

  it('tells a problem until it is dismissed', async () => {
    show(20, { notice: { kind: 'error', text: 'The migration worker stopped.' } });
    expect(screen.getByText('The migration worker stopped.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(spy('dismissNotice')).toHaveBeenCalledOnce();
  });
});
