import { designSystem, licence } from './design-system.ts';

/** Designsystemet as a module: a style sheet cannot be imported where types are only stripped and nothing is bundled. */
export function designSystemModule(): string {
  const text = designSystem().replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `/*
Made by \`npm run styles\` from @digdir/designsystemet-css; not to be edited.

${licence()}
*/
export const designSystem =
  '${text}';
`;
}
