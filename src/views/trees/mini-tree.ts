/** A small still picture of a tree, for parts of the workspace that do not know the stage. */
export { MiniTree } from './stage/MiniTree.tsx';
