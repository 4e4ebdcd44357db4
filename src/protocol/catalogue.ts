/** What the registries say of themselves; reaches the page by the `describe` reply. */
export type { ParameterInfo } from '../base/parameter.ts';
export type { CatalogueData as Catalogue } from '../engine/experiments/catalogue.ts';
