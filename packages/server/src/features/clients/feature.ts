import { joined } from '../../feature.ts';
import { freshStart } from './fresh-start/feature.ts';
import { helpReport } from './help-report/feature.ts';
import { clientImport } from './import/feature.ts';
import { roster } from './roster/feature.ts';

/** A coach's clients, as the coach sees them. */
export const clients = joined(roster, clientImport, freshStart, helpReport);
