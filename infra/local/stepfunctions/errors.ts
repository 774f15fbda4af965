/** What Retry and Catch match on: an error name and, where there is one, its cause. */
export interface Failure {
  readonly error: string;
  readonly cause?: string;
  /** A second name that matches: a missed heartbeat is a States.Timeout and a States.HeartbeatTimeout. */
  readonly alias?: string;
}

/** A state fails at run time. Carries the failure that Retry and Catch see. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly failure: Failure;
  /** The field whose JSONata failed, e.g. `Output/amount`; absent where no expression is to blame. */
  readonly location: string | undefined;
  constructor(failure: Failure, location?: string) {
    super(failure.cause === undefined ? failure.error : `${failure.error}: ${failure.cause}`);
    this.failure = failure;
    this.location = location;
  }
}

/** A JSONata expression failed, returned nothing, or returned the wrong kind of value. */
export function queryFailure(cause: string, location: string): StateFailure {
  return new StateFailure({ error: 'States.QueryEvaluationError', cause }, location);
}

/** A definition holds something that is wrong or that this interpreter does not run. Nothing of it was loaded. */
export class DefinitionRefused extends Error {
  override readonly name = 'DefinitionRefused';
  readonly machine: string;
  readonly problems: readonly string[];
  constructor(machine: string, problems: readonly string[]) {
    super(
      `State machine ${machine} was not loaded: ${problems.join('; ')}. Change the definition, or implement the feature in infra/local/stepfunctions.`,
    );
    this.machine = machine;
    this.problems = problems;
  }
}

/** A refusal of the Step Functions API, with the error code that the AWS SDK turns into an exception class. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The endpoint was closed; what was asked is not done and can be asked again after a restart. */
export class EndpointClosed extends Error {
  override readonly name = 'EndpointClosed';
  constructor() {
    super('The Step Functions endpoint is closed. Start it again and repeat the request.');
  }
}
