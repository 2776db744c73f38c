import { joined } from '../../feature.ts';
import { helper } from './helper/feature.ts';
import { invites } from './invites/feature.ts';
import { links } from './links/feature.ts';
import { passkeys } from './passkeys/feature.ts';
import { password } from './password/feature.ts';
import { secondStep } from './second-step/feature.ts';
import { sessions } from './sessions/feature.ts';
import { tokens } from './tokens/feature.ts';

/** Every way in. */
export const login = joined(sessions, password, links, helper, invites, passkeys, secondStep, tokens);
