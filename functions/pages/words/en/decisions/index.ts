import { address } from './address.ts';
import { approve } from './approve.ts';
import { claims } from './claims.ts';
import { common } from './common.ts';
import { corrections } from './corrections.ts';
import { hold } from './hold.ts';
import { office } from './office.ts';
import { payments } from './payments.ts';
import { reply } from './reply.ts';
import { stay } from './stay.ts';

/** The words of what people of the institution and of hosts decide, by group. */
export const decisions = { address, approve, claims, common, corrections, hold, office, payments, reply, stay };
