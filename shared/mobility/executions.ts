import type { Phase } from './case.ts';

/** The name under which an attempt at a phase is started. Started twice it is one execution, because the name is the same. */
export function executionName(institution: string, mobility: string, phase: Phase, attempt: number): string {
  return `${institution}-${mobility}-${phase}-${attempt}`;
}

/** Which attempt at the phase an execution of this name is; undefined for one that a person started under another name. */
export function attemptOf(name: string | undefined, phase: Phase): number | undefined {
  const attempt = new RegExp(`-${phase}-(\\d{1,6})$`).exec(name ?? '')?.[1];
  return attempt === undefined ? undefined : Number(attempt);
}
