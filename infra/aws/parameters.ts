import * as z from 'zod';

/** Days that CloudWatch Logs can keep a log group for, as far as an office wants them. */
const retentionDays = [30, 60, 90, 180, 365, 731] as const;

/** Everything an installation decides about itself. Given as CDK context: `npx cdk deploy -c wayfare:mailDomain=mail.nhh.no`. */
const schema = z.strictObject({
  /** Begins the name of every named resource; two installations in one account differ here. */
  prefix: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,15}$/)
    .default('wayfare'),
  region: z
    .string()
    .regex(/^[a-z]{2}-[a-z]+-\d$/)
    .default('eu-north-1'),
  /** Domain that SES signs for; its DNS carries the three DKIM records that the deployment prints. */
  mailDomain: z.hostname(),
  /** Sender of every mail; by default `grants@<mailDomain>`. */
  mailFrom: z.email().optional(),
  /** Domain to which people answer our mails; its MX record points to SES. Without it they answer the office itself. */
  replyDomain: z.hostname().optional(),
  /** Where people reach the pages, when a domain name stands before the HTTP API. */
  baseUrl: z.url({ protocol: /^https$/ }).optional(),
  /** Gets a mail for every alarm. */
  alarmMail: z.email().optional(),
  logDays: z.coerce
    .number()
    .pipe(z.literal([...retentionDays]))
    .default(90),
});

export type Parameters = z.infer<typeof schema> & { readonly mailFrom: string };

/** An installation's parameters are missing or wrong; the message lists each with what is expected. */
export class BadParameters extends Error {
  override readonly name = 'BadParameters';
}

const PREFIX = 'wayfare:';

/**
 * Reads the parameters out of the CDK context (keys that begin with `wayfare:`); a misspelt one is refused by name.
 * @throws BadParameters
 */
export function readParameters(context: Readonly<Record<string, unknown>>): Parameters {
  const own = Object.entries(context)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, value]) => [key.slice(PREFIX.length), value]);
  const read = schema.safeParse(Object.fromEntries(own));
  if (!read.success) {
    throw new BadParameters(
      `The installation's parameters (cdk.json or -c wayfare:…) are not usable.\n${z.prettifyError(read.error)}`,
    );
  }
  return { ...read.data, mailFrom: read.data.mailFrom ?? `grants@${read.data.mailDomain}` };
}
