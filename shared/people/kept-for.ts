/**
 * How long the papers of a grant are kept. The rulebook of an institution states nothing of it yet; this is the duty that
 * the programme's agreements with institutions lay on them.
 */
export const keptFor = {
  /** After the programme has paid the institution the last of the call. */
  years: 5,
  source: 'Erasmus+ model grant agreement between National Agency and institution, article on record-keeping',
  note: 'Three years where the institution’s whole grant is at most 60 000 euro; longer while an audit or dispute is open.',
  assumed: true,
} as const;
