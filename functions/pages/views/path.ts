import type { Step } from '../journey.ts';
import type { Reader } from '../reader.ts';
import { type Html, html } from './layout.ts';

const signs = { done: '✓', now: '', later: '', stopped: '✕' } as const;

/** The path as a list; what is done, what is waited for and what comes is said in words too, not by colour alone. */
export function pathList(reader: Reader, steps: readonly Step[]): Html {
  return html`<ol class="path">${steps.map(
    (step) =>
      html`<li class="${step.state}"${step.state === 'now' ? html` aria-current="step"` : ''}><span class="mark" aria-hidden="true">${signs[step.state]}</span><div class="step"><strong><span class="ds-sr-only">${reader.words.path.states[step.state]}: </span>${step.title}</strong><span class="when">${dates(reader, step)}</span></div>${amounts(reader, step)}${
        step.note === undefined ? '' : html`<p class="step-note">${step.note}</p>`
      }</li>`,
  )}</ol>`;
}

function dates({ say, words }: Reader, step: Step): string {
  if (step.done !== undefined) return say.date(step.done);
  if (step.state === 'done' || step.state === 'stopped') return '';
  return step.promised === undefined ? (step.within ?? '') : words.path.by(say.date(step.promised));
}

function amounts({ say }: Reader, { amount, local }: Step): Html | string {
  if (amount === undefined && local === undefined) return '';
  const both = [amount, local].filter((money) => money !== undefined).map((money) => say.money(money));
  return html`<p class="step-note number">${[...new Set(both)].join(' = ')}</p>`;
}
