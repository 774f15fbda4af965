import type { Action } from './action.ts';
import { claimIllness, uploadConfirmation } from './documents.ts';
import { askForExtension } from './extension.ts';
import { claimGreenTravel, uploadReceipt, waiveGreenTravel } from './green-claim.ts';
import { askForInstalments } from './instalments.ts';
import { reportInterruption } from './interruption.ts';
import { objectToClaim } from './objection.ts';
import { newAccount, reportDuties, withdraw } from './reports.ts';

/** Everything a participant can do on the status page, in the order in which it is offered. */
export const actions: readonly Action[] = [
  reportDuties,
  uploadConfirmation,
  uploadReceipt,
  claimGreenTravel,
  waiveGreenTravel,
  newAccount,
  askForExtension,
  reportInterruption,
  withdraw,
  claimIllness,
  askForInstalments,
  objectToClaim,
];
