import { MeDocument } from '@latchstring/operations';
import { run } from '../../../graphql/run';
import { accountLabel } from './account-label';

/** Who is logged in on this browser, as links name people; undefined: nobody, or that could not be learnt. */
export async function whoIsHere(): Promise<string | undefined> {
  const { data } = await run(MeDocument, {});
  return data?.me ? accountLabel(data.me) : undefined;
}
