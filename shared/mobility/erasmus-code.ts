const pattern = /^[A-Z]{1,3} {0,2}[A-Z-]{3,10}\d{2,3}$/;

/**
 * The Erasmus code of a host of higher education, in capital letters, e.g. `F  PARIS014`; undefined for anything else, such
 * as the name of an enterprise, which stands in its place where the host need not be a university (domain.md §6).
 */
export function erasmusCode(host: string): string | undefined {
  const code = host.toUpperCase();
  return pattern.test(code) ? code : undefined;
}
