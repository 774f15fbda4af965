/** An expectation of a write did not hold: somebody else was faster. Load again and decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly failed: readonly { readonly key: string; readonly expectation: string }[];
  constructor(failed: readonly { readonly key: string; readonly expectation: string }[], options?: ErrorOptions) {
    super(
      `Not written, because ${failed.map((f) => `${f.key} was expected to be ${f.expectation}`).join(' and ')}.`,
      options,
    );
    this.failed = failed;
  }
}

/** A fault that passes by itself (throttling, a lost connection, a transaction in the way): try again. */
export class Transient extends Error {
  override readonly name = 'Transient';
}
