/** Ways of going from one place to the next; which of them are green is a rule (rulebook, `greenClaim`). */
export const travelModes = [
  'train',
  'bus',
  'bicycle',
  'carpool',
  'electric-car',
  'electric-ferry',
  'ferry',
  'car',
  'plane',
] as const;
export type TravelMode = (typeof travelModes)[number];
