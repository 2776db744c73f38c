import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { SecondStep } from '../../accounts/index.ts';

interface Row {
  is_on: boolean;
  credentials_version: number;
  passkeys: number;
  authenticators: number;
  recovery_codes: number;
}

/**
 * Of an account `a`. It has a second step from the authenticator app on, and a coach's from the first passkey on: a
 * coach's password alone opens too much. A client's passkey is a way in of its own and locks no other: who has it on one
 * device still gets in on another.
 */
export const HAS_SECOND_STEP = `
  (exists (select from authenticator t where t.account_id = a.id and t.confirmed_at is not null)
   or (a.role = 'COACH' and exists (select from passkey p where p.account_id = a.id)))`;

const QUERY = `
  select ${HAS_SECOND_STEP} as is_on, a.credentials_version,
         (select count(*)::int from passkey p where p.account_id = a.id) as passkeys,
         (select count(*)::int from authenticator t where t.account_id = a.id and t.confirmed_at is not null)
           as authenticators,
         (select count(*)::int from recovery_code r where r.account_id = a.id and r.used_at is null) as recovery_codes
    from account a where a.id = ?`;

export interface SecondSteps {
  /** How a second step can be passed; empty: this account has none. */
  methods: (keyof typeof SecondStep)[];
  recoveryCodesLeft: number;
  credentialsVersion: number;
}

export async function secondStepsOf(em: SqlEntityManager, accountId: string): Promise<SecondSteps> {
  const row = (await em.execute<Row[]>(QUERY, [accountId]))[0];
  const isOn = row?.is_on === true;
  const methods: SecondSteps['methods'] = [];
  if (isOn && row.passkeys > 0) methods.push('PASSKEY');
  if (isOn && row.authenticators > 0) methods.push('AUTHENTICATOR');
  if (isOn && row.recovery_codes > 0) methods.push('RECOVERY_CODE');
  return {
    methods,
    recoveryCodesLeft: isOn ? row.recovery_codes : 0,
    credentialsVersion: row?.credentials_version ?? 0,
  };
}
