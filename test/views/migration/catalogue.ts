/** The catalogue as the worker tells it. */
import { migrationCatalogue } from '../../../src/worker/migration/catalogue.ts';

export const catalogue = migrationCatalogue('test');
