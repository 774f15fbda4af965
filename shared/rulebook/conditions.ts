import * as z from 'zod';
import { factNames } from '../grant/facts.ts';

/** Values of a stay that a rule may look at, beside the facts. What each means stands in shared/grant/values.ts. */
export const stayValues = [
  'host.country',
  'host.distanceKm',
  'host.inProgramme',
  /** The distance was only estimated, and lies so near the edge of a band that it decides nothing. */
  'host.isNearEdge',
  'institution.country',
  'stay.travel',
  'stay.fewerOpportunities',
  'period.start',
  'period.end',
  'days.calculated',
  'days.mobility',
  'days.cycle',
  'limits.minimumDays',
  'limits.maximumDays',
  'limits.maximumDaysOneCycle',
  'agreement.found',
  'agreement.languageLevel',
  'agreement.ects',
  'project.starts',
  'project.ends',
  'window.found',
  'window.opens',
  'window.closes',
] as const;

/** The name of a value: `facts.ects`, `days.mobility`, … A name that nobody knows is a typing error. */
export const valueName = z.union([z.enum(stayValues), z.templateLiteral(['facts.', z.enum(factNames)])], {
  error: (issue) => `"${String(issue.input)}" is not a value that a rule can look at`,
});
export type ValueName = z.output<typeof valueName>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
/** Something to compare with: written out, or another value of the same stay. */
const operand = z.union([scalar, z.strictObject({ value: valueName })]);
export type Operand = z.output<typeof operand>;

/**
 * The comparisons; a condition holds exactly one. Dates compare as dates, `levelAtLeast` by the language levels;
 * `atLeastPerWeek` asks for so much in the first week or less, and pro rata beyond it (8 hours: 16 in two weeks).
 */
export const comparisons = {
  given: z.boolean(),
  is: operand,
  isNot: operand,
  in: z.array(scalar).min(1),
  notIn: z.array(scalar).min(1),
  atLeast: operand,
  atMost: operand,
  below: operand,
  levelAtLeast: operand,
  atLeastPerWeek: z.number().positive(),
};

const comparison = z
  .strictObject({ value: valueName, ...z.object(comparisons).partial().shape })
  .refine(
    (node) => Object.keys(comparisons).filter((key) => key in node).length === 1,
    `give exactly one of ${Object.keys(comparisons).join(', ')}`,
  );
export type Comparison = z.output<typeof comparison>;

export type Condition = Comparison | { all: Condition[] } | { any: Condition[] };

/** A condition of a rule: one comparison, or all or any of several. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
  ]),
);
