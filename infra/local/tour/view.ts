import { type Html, html, raw } from '../../../functions/pages/views/layout.ts';
import type { TourState, TourStep } from './state.ts';
import { endedEarly, prefilledForm, windowOpen } from './steps.ts';

const words = { done: 'Done', now: 'Next', later: 'Later' } as const;

/** The guided tour as a page body: numbered steps, the next one with its buttons. */
export function renderTour(state: TourState, steps: readonly TourStep[]): Html {
  const { mobility } = state;
  const done = steps.filter((step) => step.state === 'done').length;
  const ended = mobility !== undefined && endedEarly(mobility);
  return html`<p class="ds-paragraph" data-size="lg">Pay and settle one Erasmus+ grant, from the application to the last payment, in about five minutes. Everything here is the real system; only the bank, the mail and the clock are pretended. Each button opens beside this page; come back here after each step.</p>
${ended ? html`<div class="ds-alert" data-color="info"><p>The last case has ended early (${mobility.state}). Here you begin with another one.</p></div>` : raw('')}
<p class="quiet" role="status">${done} of ${steps.length} steps done.</p>
<section class="ds-card" aria-label="Steps"><ol class="path">${steps.map((step, at) => stepView(step, at + 1))}</ol></section>
${afterwards(state, done === steps.length)}`;
}

function stepView(step: TourStep, number: number): Html {
  const now = step.state === 'now';
  return html`<li class="${step.state}"${now ? raw(' aria-current="step"') : ''}><span class="mark" aria-hidden="true">${step.state === 'done' ? '✓' : ''}</span><div class="step"><strong><span class="ds-sr-only">${words[step.state]}: </span>${number}. ${step.title}</strong></div>${
    step.state === 'later' || step.text === '' ? raw('') : html`<p class="step-note">${step.text}</p>`
  }${now ? buttons(step) : step.state === 'done' ? smallLinks(step) : raw('')}</li>`;
}

function buttons({ links, move }: TourStep): Html {
  const plain = move === undefined ? links.slice(1) : links;
  const main = move === undefined ? links[0] : undefined;
  return html`<form method="post" action="/local/tour"><div class="buttons">${
    main === undefined ? '' : html`<a class="ds-button" href="${main.href}" target="_blank">${main.label}</a>`
  }${move === undefined ? '' : html`<button class="ds-button" name="move" value="${move.move}">${move.label}</button>`}${plain.map(
    (link) => html`<a class="ds-button" data-variant="secondary" href="${link.href}" target="_blank">${link.label}</a>`,
  )}</div></form>`;
}

function smallLinks({ links }: TourStep): Html {
  if (links.length === 0) return raw('');
  return html`<p class="step-note">${links.map((link) => html`<a class="ds-link" href="${link.href}" target="_blank">${link.label}</a> `)}</p>`;
}

function afterwards(state: TourState, finished: boolean): Html {
  if (state.mobility === undefined) return raw('');
  const again = windowOpen(state)
    ? html`<p><a class="ds-button" data-variant="secondary" href="${prefilledForm(state)}">Apply as somebody else</a></p>`
    : html`<p class="quiet">At the present time of this machine no semester is open for applications. <a class="ds-link" href="/local/begin-anew">Begin anew</a> with an empty system.</p>`;
  return html`<section class="ds-card"><h2 class="ds-heading" data-size="xs">${finished ? 'Try another story' : 'Other stories'}</h2><ul class="ds-list">
<li>The bank refuses or gives the money back: choose it for the account <a class="ds-link" href="/local/bank">at the bank</a> before the payment.</li>
<li>The student comes home early, never leaves, or falls ill: on the page “Where is my money?”.</li>
<li>Nobody signs, nobody confirms, nobody pays back: <a class="ds-link" href="/local/clock">move the clock</a> and read the reminders.</li>
<li>What the workflows did: <a class="ds-link" href="/local/executions">every execution with its history</a>.</li>
</ul>${again}</section>`;
}
