import type { PageWords } from '../../index.ts';
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

export const decisions: PageWords['decisions'] = {
  address,
  approve,
  claims,
  common,
  corrections,
  hold,
  office,
  payments,
  reply,
  stay,
};
