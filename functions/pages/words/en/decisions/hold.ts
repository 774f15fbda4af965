/** Payments of a case are kept back, and let go again. */
export const hold = {
  seeWhy: 'Payments of this case are kept back: see why',
  way: 'Keep payments of this case back',
  titleHeld: 'Payments are kept back',
  title: 'Keep payments back',
  waits: (by: string, reason: string, payment: string) =>
    `${by} keeps payments back: ${reason} Payment ${payment} waits for a second person, who was asked by mail to release it.`,
  left: (payment: string) =>
    `Payment ${payment} has left already. Call it back where it went; the next one can be kept back when this one is booked.`,
  nothing: 'Nothing is to be paid in this case that could be kept back.',
  noneUnderWay: 'none is under way; the next one would be kept back',
  keptBy: 'Kept back by',
  nameLift: 'Somebody else than who keeps the payments back.',
  reasonHint:
    'Colleagues read it. The participant sees only that the payment is kept back until something has been looked into.',
  reasonMissing: 'Say why the payment is kept back.',
  nameKeep: 'A colleague has to let the payment go again.',
  lift: 'Let payments go again',
};
