import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stateDiagram } from '../../shared/mobility/diagram.ts';

test('the picture in workflows/README.md is the transition table', () => {
  const page = readFileSync(new URL('../../workflows/README.md', import.meta.url), 'utf8');
  expect(page).toContain(`\`\`\`mermaid\n${stateDiagram()}\n\`\`\``);
});
