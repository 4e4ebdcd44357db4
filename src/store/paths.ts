/** Reading and writing a scenario by the paths of Catalogue.parameters, e.g. "guests.0.memoryMiB". */
export { readPath, writePath } from '../base/paths.ts';
