import type { LinkPurpose } from '../../../shared/mobility/effects.ts';
import { decideAccount } from './account.ts';
import { correctAddress } from './addresses.ts';
import { approve } from './approve.ts';
import { decideClaim } from './claims.ts';
import { confirmStay, reviewConfirmation } from './confirm.ts';
import { consent } from './consent.ts';
import { consentOverdue } from './consent-overdue.ts';
import { approveDemand, releasePayment } from './controller.ts';
import { correct, decideCorrection } from './corrections.ts';
import type { Deed } from './deed.ts';
import { decideExtension } from './extension.ts';
import { releaseReturn } from './give-back.ts';
import { decideGreenClaim } from './green-claim.ts';
import { decideInterruption } from './interruption.ts';
import { decideObjection } from './objection.ts';
import { decideIllness, decideSilence } from './office.ts';
import { decideRelief } from './relief.ts';
import { sign } from './sign.ts';

/**
 * The deed of each kind of link. The status link has its own page with several (routes/status.ts), an answer by mail
 * one without a decision on the case (routes/reply.ts).
 */
export const deeds: Readonly<Record<Exclude<LinkPurpose, 'status' | 'read-reply'>, Deed>> = {
  approve,
  'approve-step': consent,
  'settle-step': consentOverdue,
  sign,
  'confirm-stay': confirmStay,
  'review-confirmation': reviewConfirmation,
  'decide-silence': decideSilence,
  'decide-illness': decideIllness,
  'decide-extension': decideExtension,
  'decide-interruption': decideInterruption,
  'decide-green-claim': decideGreenClaim,
  'decide-claim': decideClaim,
  'decide-account': decideAccount,
  'release-payment': releasePayment,
  'approve-demand': approveDemand,
  'decide-relief': decideRelief,
  'decide-objection': decideObjection,
  correct,
  'decide-correction': decideCorrection,
  'release-return': releaseReturn,
  'correct-address': correctAddress,
};
