import { finalStates, type Transition, transitions } from './transitions.ts';

/** The state graph of a case as a Mermaid diagram, drawn from the table that `decide` moves along. */
export function stateDiagram(): string {
  const rows = transitions as readonly Transition[];
  const moves = rows.flatMap(({ from, event, to, by }) =>
    to === 'same' ? [] : from.map((state) => `  ${name(state)} --> ${name(to)}: ${event} (${by.join(', ')})`),
  );
  const ends = finalStates.map((state) => `  ${name(state)} --> [*]`);
  return ['stateDiagram-v2', '  [*] --> applied: ApplicationSubmitted (participant)', ...moves, ...ends].join('\n');
}

/** Mermaid takes a hyphen in a name for part of an arrow. */
function name(state: string): string {
  return state.replaceAll('-', '_');
}
