import type { MoveLab } from '../../../protocol/migration/model.ts';
import type { MigrationCatalogue } from '../../../protocol/migration/requests.ts';
import type { MoveDraft } from './use-move-draft.ts';

/** What every section of the setup is given. */
export interface SectionParts {
  readonly catalogue: MigrationCatalogue;
  /** what the fields show */
  readonly lab: MoveLab;
  readonly draft: MoveDraft;
}
