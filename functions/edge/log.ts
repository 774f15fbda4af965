/** Some entries of a scheduled round could not be done. Thrown when all others have been, so that the round counts as failed. */
export class RoundIncomplete extends Error {
  override readonly name = 'RoundIncomplete';

  constructor(failed: number) {
    super(`${failed} of this round could not be done. The log names them; the next round tries them again.`);
  }
}

/** One structured line for each piece of work that failed and will be tried again: ids and the error's sentence only. */
export function logFailures<T>(
  name: string,
  failed: readonly { readonly item: T; readonly error: unknown }[],
  id: (item: T) => string,
): void {
  for (const { item, error } of failed) {
    const { name: kind, message } = error instanceof Error ? error : { name: 'Unknown', message: String(error) };
    console.error(JSON.stringify({ level: 'error', function: name, item: id(item), error: kind, message }));
  }
}
