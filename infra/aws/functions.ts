import type { Permission } from './permissions.ts';

export interface FunctionSpec {
  /** Folder in functions/. */
  readonly name: string;
  /** One sentence for the operator; becomes the function's description. */
  readonly does: string;
  readonly may: readonly Permission[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Opens cases, and so has to know where cities lie. */
  readonly knowsPlaces?: true;
  /** Makes the files that participants keep, and so needs their fonts. */
  readonly makesDocuments?: true;
}

const task = { timeoutSeconds: 30, memoryMb: 512 } as const;
const sweep = { timeoutSeconds: 240, memoryMb: 512 } as const;

/** Every Lambda, what it does and all that it may. The workflows call the first eight; the others answer events and people. */
export const functions = [
  { name: 'assess-application', does: 'Checks eligibility and computes the grant.', may: ['decide'], ...task },
  {
    name: 'reserve-grant',
    does: 'Reserves the budget, puts up for a ranking or on the waiting list.',
    may: ['decide', 'book'],
    ...task,
  },
  { name: 'issue-agreement', does: 'Writes the grant agreement.', may: ['decide'], ...task },
  { name: 'await-answer', does: 'Keeps the token of a waiting phase.', may: ['decide'], ...task },
  { name: 'prepare-payment', does: 'Makes a payment ready for the run.', may: ['decide', 'book'], ...task },
  { name: 'open-stay', does: 'Sets the dates that a stay is followed by.', may: ['decide'], ...task },
  { name: 'settle-grant', does: 'Recalculates on the confirmed dates.', may: ['decide', 'book'], ...task },
  {
    name: 'restart-phase',
    does: 'Asks for a fresh execution of a phase that waited up to its limit.',
    may: ['decide'],
    ...task,
  },
  { name: 'raise-claim', does: 'Demands a repayment.', may: ['decide', 'book'], ...task },
  {
    name: 'deliver-outbox',
    does: 'Sends mails, starts phases, resumes waiting ones and moves the waiting list up; the only sender of results.',
    may: ['decide', 'book', 'read-books', 'find-work', 'finish-work', 'send-mail', 'start-phases', 'send-results'],
    timeoutSeconds: 120,
    memoryMb: 512,
  },
  {
    name: 'make-document',
    does: 'Makes the PDFs that participants keep.',
    may: ['decide', 'find-work', 'finish-work', 'keep-documents'],
    timeoutSeconds: 240,
    memoryMb: 1024,
    makesDocuments: true,
  },
  {
    name: 'sweep-deadlines',
    does: 'Acts on what is due and not yet done, and gives money away along a ranking on its day.',
    may: ['decide', 'book', 'find-work'],
    ...sweep,
  },
  {
    name: 'run-payments',
    does: 'Writes the ready payments of an institution into one bank file.',
    may: ['decide', 'find-work', 'write-bank-files'],
    ...sweep,
  },
  {
    name: 'check-books',
    does: 'Compares every open case with its transfers.',
    may: ['decide', 'read-books', 'find-work'],
    timeoutSeconds: 900,
    memoryMb: 1024,
  },
  {
    name: 'read-bank-file',
    does: 'Books what the bank reports.',
    may: ['decide', 'book', 'read-bank-files'],
    ...sweep,
    // The largest file that is read (shared/payments/tree.ts) with everything kept of it.
    memoryMb: 1024,
  },
  {
    name: 'receive-mail',
    does: 'Files what people answer to our mails.',
    may: ['decide', 'add-uploads', 'take-mail'],
    timeoutSeconds: 120,
    // The largest mail (shared/mail/inbound-parse.ts), parsed, with its files.
    memoryMb: 1024,
  },
  {
    name: 'read-mail-events',
    does: 'Notes what became of a mail, and finds another way where it did not arrive.',
    may: ['decide'],
    ...task,
  },
  {
    name: 'pages',
    does: 'Serves the pages.',
    may: ['decide', 'book', 'keep-uploads', 'read-documents'],
    timeoutSeconds: 20,
    memoryMb: 1024,
    knowsPlaces: true,
  },
] as const satisfies readonly FunctionSpec[];

export type FunctionName = (typeof functions)[number]['name'];
