import type { Figure } from './figures.ts';

/** What can be measured, in order, and the node options that each needs. A part's module is loaded only in its process. */
export const parts: Readonly<
  Record<string, { readonly options: readonly string[]; readonly run: () => Promise<Figure[]> }>
> = {
  workflows: { options: ['--expose-gc'], run: async () => (await import('./workflows.ts')).benchWorkflows() },
  // As `npm run wayfare` starts it.
  replay: { options: ['--max-semi-space-size=16'], run: async () => (await import('./replay.ts')).benchReplay() },
  documents: { options: [], run: async () => (await import('./documents.ts')).benchDocuments() },
  rules: { options: [], run: async () => (await import('./rules.ts')).benchRules() },
  feedback: {
    options: ['--expose-gc', '--max-semi-space-size=16'],
    run: async () => (await import('./feedback.ts')).benchFeedback(),
  },
  payments: { options: [], run: async () => (await import('./payments.ts')).benchPayments() },
};
