import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The parts of Designsystemet's style sheet that the pages use, in the order and layers of its own index. */
const parts: readonly { readonly layer: 'ds.base' | 'ds.components'; readonly names: readonly string[] }[] = [
  { layer: 'ds.base', names: ['base', 'label', 'heading', 'paragraph', 'validation-message'] },
  {
    layer: 'ds.components',
    names: [
      ...['link', 'data-size-workaround', 'button', 'input', 'field', 'fieldset', 'alert', 'skip-link'],
      ...['details', 'list', 'card', 'tag', 'error-summary', 'table'],
    ],
  },
];

/** Layers of the theme that nothing here asks for: dark pages and a second typeface. */
const unused = ['ds.theme.color-scheme.dark', 'ds.theme.typography.secondary'];

const folder = createRequire(import.meta.url)
  .resolve('@digdir/designsystemet-css')
  .replace(/dist.*$/, '');
const read = (path: string): string => readFileSync(`${folder}dist/${path}`, 'utf8').trim();

/**
 * Designsystemet for these pages: its components and its theme, without what no page uses. Everything stands in layers,
 * so that rules of ours count more without having to be more particular.
 */
export function designSystem(): string {
  const components = parts.map(({ layer, names }) => {
    const rules = names.map((name) => read(`src/${name}.css`)).join('');
    return `@layer ${layer}{${rules}}`;
  });
  const theme = blocks(read('theme/designsystemet.css')).filter(
    (block) => !unused.some((name) => block.startsWith(`@layer ${name}{`)),
  );
  const css = `${components.join('')}${withoutBrands(theme.join(''))}`.replaceAll(/\s+/g, ' ');
  return `/*! Designsystemet, ${licence().split('\n', 1)[0]}, MIT licence */@layer ds.theme,ds.base,ds.ours,ds.components;${css}`;
}

/** The terms on which it may be copied; they have to go with every copy. */
export const licence = (): string => readFileSync(`${folder}LICENSE`, 'utf8').trim();

/** The colours for brands beside the accent: nothing is shown in them. */
function withoutBrands(css: string): string {
  return css
    .replaceAll(/(?:\[data-color-scheme\])?\[data-color=brand\d\](?:,\[data-color=brand\d\])?\{[^}]*\}/g, '')
    .replaceAll(/--ds-color-brand\d-[a-z-]+:[^;}]+;/g, '');
}

/** The outermost blocks of a style sheet, each with its braces. */
function blocks(css: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth > 0) continue;
    found.push(css.slice(start, index + 1).trim());
    start = index + 1;
  }
  return found;
}
