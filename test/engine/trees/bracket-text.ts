/** Small trees as text, for tests; see src/engine/trees/shape-text.ts. */
export { bracketText, parseBracketText } from '../../../src/engine/trees/shape-text.ts';
