import { createPortal } from 'react-dom';
import { WORKSPACE_CONTROLS } from '../../shared/workspace-controls.ts';

/** The workspace's controls, put into the header of the page. */
export function MigrationHeader() {
  const slot = document.getElementById(WORKSPACE_CONTROLS);
  return slot === null ? null : createPortal(<span />, slot);
}
