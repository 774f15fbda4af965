/** What our mails are called, by template; one that has no name here is called by its template: `payment-booked` → `payment booked`. */
export const notices: Readonly<Record<string, string>> = {};
