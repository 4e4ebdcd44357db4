/** Where in the header a workspace puts its controls, by a portal; the shell knows nothing of them. */
export const WORKSPACE_CONTROLS = 'workspace-controls';
