import middy from '@middy/core';
import * as z from 'zod';
import type { Mobility, Phase } from '../../shared/mobility/case.ts';
import type { Command } from '../../shared/mobility/commands.ts';
import { perform, type Result } from '../../shared/mobility/perform.ts';
import { deps } from './deps.ts';

/** What a workflow hands every function: two ids, nothing else. */
export const caseInput = z.strictObject({
  institution: z.string().regex(/^[a-z0-9-]{1,16}$/),
  mobility: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/),
});

/** A workflow or event sent something that its definition does not promise: a bug, not retried. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
}

/** A decision that a workflow asked for was refused, which can only be a bug in the routing: not retried. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Middleware: the event must be of this shape; the handler gets it parsed. */
export function parsed<Schema extends z.ZodType>(schema: Schema): middy.MiddlewareObj<unknown> {
  return {
    before: (request) => {
      const result = schema.safeParse(request.event);
      if (!result.success) throw new InvalidInput(z.prettifyError(result.error));
      request.event = result.data;
    },
  };
}

/** One structured line for an error that ends an invocation: ids and the error's own sentence, never the input. */
export function logged(): middy.MiddlewareObj<unknown> {
  return {
    onError: (request) => {
      const { institution, mobility } = (request.event ?? {}) as { institution?: unknown; mobility?: unknown };
      const { name, message } = request.error ?? {};
      console.error(
        JSON.stringify({
          level: 'error',
          function: request.context?.functionName,
          institution,
          mobility,
          error: name,
          message,
        }),
      );
    },
  };
}

interface CaseEvent {
  readonly institution: string;
  readonly mobility: string;
  readonly phase?: Phase;
  readonly execution?: string;
}

/** A task of a workflow: gives the case one command and answers the route that the case then stands on. */
export function caseTask(
  command: (event: { readonly phase?: Phase; readonly execution?: string }) => Command,
  route: (mobility: Mobility) => string,
  schema: z.ZodType = caseInput,
) {
  return middy()
    .use(parsed(schema))
    .use(logged())
    .handler(async (event: unknown) => {
      const { institution, mobility, ...rest } = event as CaseEvent;
      return { route: route(caseOf(await perform(deps, institution, mobility, command(rest)))) };
    });
}

function caseOf(result: Result): Mobility {
  if (result.outcome === 'refused') throw new Refused(result.refusal.sentence);
  return result.mobility;
}
