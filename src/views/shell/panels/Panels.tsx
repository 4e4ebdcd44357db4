/** What opens over the page: one at a time, each closed by Esc, its button or a click beside it. */
import { lazy } from 'react';
import { useApp } from '../../../store/store.ts';
import { useFocusReturn } from '../../shared/use-focus-return.ts';
import { Branches } from './Branches.tsx';
import { Failures } from './Failures.tsx';
import { HeartbeatLog } from './HeartbeatLog.tsx';
import { Help } from './Help.tsx';
import { Parameters } from './Parameters.tsx';
import { Share } from './Share.tsx';
import { Summary } from './Summary.tsx';
import { Tables } from './tables/Tables.tsx';

const Courses = lazy(() => import('./courses/Courses.tsx'));
const ExplainPanel = lazy(() => import('./explain/ExplainPanel.tsx'));

export default function Panels() {
  const panel = useApp((state) => state.panel);
  const openPanel = useApp((state) => state.actions.openPanel);
  const close = () => openPanel('none');
  useFocusReturn();
  switch (panel) {
    case 'parameters':
      return <Parameters close={close} />;
    case 'share':
      return <Share close={close} />;
    case 'help':
      return <Help close={close} />;
    case 'summary':
      return <Summary close={close} />;
    case 'branches':
      return <Branches close={close} />;
    case 'tables':
      return <Tables close={close} />;
    case 'explain':
      return <ExplainPanel close={close} />;
    case 'courses':
      return <Courses close={close} />;
    case 'failures':
      return <Failures close={close} />;
    case 'heartbeat':
      return <HeartbeatLog close={close} />;
    default:
      return null;
  }
}
