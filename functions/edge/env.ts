import * as z from 'zod';

/** What every function may find in its environment; each reads only what it needs. Parsed once, refused by name. */
const environment = z.object({
  CASES_TABLE: z.string().min(1),
  LEDGER_TABLE: z.string().min(1),
  BUCKET: z.string().min(1).optional(),
  /** A phase's state machine is this ARN prefix and the phase's name. */
  MACHINE_PREFIX: z.string().min(1).optional(),
  BASE_URL: z.string().url().optional(),
  MAIL_FROM: z.string().min(3).optional(),
  /** Domain of the addresses for answers by mail; without it answers go to the offices themselves. */
  REPLY_DOMAIN: z.string().min(3).optional(),
  /** Bucket of the mails that came in. */
  INBOX: z.string().min(1).optional(),
  RULEBOOK: z.string().min(1).optional(),
});

type Environment = z.infer<typeof environment>;

/** The deployment forgot a setting. */
export class MissingSetting extends Error {
  override readonly name = 'MissingSetting';
}

function parsed(): Environment {
  const result = environment.safeParse(process.env);
  if (result.success) return result.data;
  const names = result.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new MissingSetting(`These settings are missing or wrong: ${names}. They are set in infra/aws.`);
}

export const env: Environment = parsed();

/** A setting that this function cannot do without. */
export function setting<Name extends keyof Environment>(name: Name): NonNullable<Environment[Name]> {
  const value = env[name];
  if (value === undefined) throw new MissingSetting(`The setting ${name} is missing. It is set in infra/aws.`);
  return value as NonNullable<Environment[Name]>;
}
