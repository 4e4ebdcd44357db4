import {
  ActionIcon,
  Button,
  NativeSelect,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useId, useState } from 'react';
import { WORKSPACES } from '../../protocol/link.ts';
import type { FailoverMode } from '../../protocol/model.ts';
import { page } from '../../store/page.ts';
import { activeBranch } from '../../store/select.ts';
import { useApp } from '../../store/store.ts';
import { WORKSPACE_CONTROLS } from '../shared/workspace-controls.ts';
import styles from './Header.module.css';
import { PanelMenu } from './PanelMenu.tsx';
import { FAILOVER_MODES, UI } from './words.ts';

export function Header() {
  const workspace = useApp((state) => state.workspace);
  return (
    <header className={styles.header} data-chrome>
      <div className={styles.brand}>
        <img src="./favicon.svg" alt="" width={22} height={22} />
        <span className={styles.name}>{UI.name}</span>
      </div>
      <Tabs />
      {workspace === 'failover' ? (
        <FailoverControls />
      ) : (
        <>
          <div id={WORKSPACE_CONTROLS} className={styles.slot} />
          <div className={styles.everywhere}>
            <DeskButton />
            <SchemeSwitch />
          </div>
        </>
      )}
    </header>
  );
}

/** Links, so that a workspace can be opened beside the other one; a plain click goes there without a reload. */
function Tabs() {
  const workspace = useApp((state) => state.workspace);
  const openWorkspace = useApp((state) => state.actions.openWorkspace);
  return (
    <nav className={styles.nav} data-lock="workspaces" aria-label={UI.workspaces}>
      {WORKSPACES.map((name) => (
        <a
          key={name}
          href={`#/${name}`}
          className={styles.tab}
          aria-current={name === workspace ? 'page' : undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            openWorkspace(name);
          }}
        >
          {UI.workspaceNames[name]}
        </a>
      ))}
    </nav>
  );
}

function FailoverControls() {
  const [open, setOpen] = useState(false);
  const rest = useId();
  const actions = useApp((state) => state.actions);
  const ready = useApp((state) => state.activeKey !== '');
  const branches = useApp((state) => state.branches.length);
  return (
    <>
      <div className={styles.controls}>
        <Button
          data-lock="failures"
          size="compact-md"
          variant="outline"
          disabled={!ready}
          onClick={actions.playDemo}
        >
          {UI.demo}
        </Button>
        <Button
          className={styles.more ?? ''}
          size="compact-md"
          variant="default"
          aria-expanded={open}
          aria-controls={rest}
          onClick={() => setOpen(!open)}
        >
          {UI.menu}
        </Button>
      </div>
      <div id={rest} className={styles.rest} data-open={open}>
        <ModeSwitch />
        <Button
          size="compact-md"
          variant="default"
          data-lock="failures"
          disabled={!ready}
          onClick={() => actions.openPanel('failures')}
        >
          {UI.failures}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => actions.openPanel('parameters')}>
          {UI.parameters}
        </Button>
        <PanelMenu />
        {branches > 1 && (
          <Button data-more size="compact-md" variant="default" onClick={() => actions.openPanel('branches')}>
            {UI.branches.replace('{count}', String(branches))}
          </Button>
        )}
        <Button
          data-lock="share"
          size="compact-md"
          variant="default"
          onClick={() => actions.openPanel('share')}
        >
          {UI.share}
        </Button>
        <DeskButton />
        <Button size="compact-md" variant="default" onClick={() => actions.setPresent(true)}>
          {UI.present}
        </Button>
        <SchemeSwitch />
        <ActionIcon
          size={30}
          variant="default"
          aria-label={UI.help}
          onClick={() => actions.openPanel('help')}
        >
          ?
        </ActionIcon>
      </div>
    </>
  );
}

/** The same desk in every workspace. */
function DeskButton() {
  const openDesk = useApp((state) => state.actions.openDesk);
  return (
    <Button data-lock="share" size="compact-md" variant="default" onClick={() => openDesk('keep')}>
      {UI.desk}
    </Button>
  );
}

function ModeSwitch() {
  const mode = useApp((state) => activeBranch(state)?.run.scenario.failover ?? 'paper-script');
  const ready = useApp((state) => state.activeKey !== '');
  const setParameter = useApp((state) => state.actions.setParameter);
  return (
    <NativeSelect
      className={styles.mode ?? ''}
      size="xs"
      aria-label={UI.mode}
      disabled={!ready || page.refusal('parameters') !== null}
      value={mode}
      data={FAILOVER_MODES.map(({ value, label }) => ({ value, label }))}
      onChange={(event) => {
        setParameter('failover', event.currentTarget.value as FailoverMode).catch(() => {});
      }}
    />
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      size={30}
      variant="default"
      aria-label={scheme === 'dark' ? UI.toLight : UI.toDark}
      onClick={() => setColorScheme(other)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}
