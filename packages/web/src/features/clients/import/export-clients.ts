import { ClientsDocument, type ClientFieldsFragment, type ClientsQuery } from '@latchstring/operations';
import { clientTexts } from '@latchstring/texts/app/client';
import { clientImportTexts } from '@latchstring/texts/app/client-import';
import { clientStateTexts } from '@latchstring/texts/app/client-state';
import type { Failure } from '../../../graphql/failure';
import type { Outcome } from '../../../graphql/run';
import type { Visit } from '../../../signed-in/visit.svelte';
import { csvText } from './file/csv-text';

/** The whole roster as CSV, and how many there are: nothing in it that the pages don't show, and no username. */
export async function exportClients(
  visit: Visit,
): Promise<{ text: string; count: number; failure?: undefined } | { failure: Failure }> {
  const all: ClientFieldsFragment[] = [];
  for (let after: string | null = ''; after !== null;) {
    const outcome: Outcome<ClientsQuery> = await visit.run(ClientsDocument, {
      first: 100,
      orderBy: 'NAME',
      after: after || null,
    });
    if (outcome.failure) return { failure: outcome.failure };
    const { clients }: ClientsQuery = outcome.data;
    all.push(...clients.nodes);
    after = clients.pageInfo.hasNextPage ? clients.pageInfo.endCursor : null;
  }
  return { text: csvText(all.map(toRow)), count: all.length };
}

function toRow(client: ClientFieldsFragment): Record<string, string> {
  const { heads } = clientImportTexts;
  return {
    [heads.firstName]: client.firstName,
    [heads.lastName]: client.lastName,
    [heads.email]: client.email,
    [heads.timeZone]: client.timeZone,
    [heads.status]: client.status === 'ACTIVE' ? clientStateTexts.active : clientStateTexts.inactive,
    [heads.mail]: clientTexts.mails[client.emailState],
    [heads.logins]: String(client.loginCount),
    [heads.lastLogin]: client.lastLoginAt ?? '',
    [heads.added]: client.createdAt,
  };
}
