/** asl-validator 4.0.0 ships no types. It writes into the definition that it is given: hand it a copy. */
declare module 'asl-validator' {
  interface Finding {
    readonly 'Error code': string;
    readonly Message: string;
  }
  interface Options {
    readonly checkPaths: boolean;
    readonly checkArn: boolean;
  }
  function validate(
    definition: object,
    options?: Options,
  ): { readonly isValid: boolean; readonly errors: readonly Finding[] };
  export = validate;
}
