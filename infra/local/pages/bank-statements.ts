import { one, readForm } from '../../../functions/pages/form.ts';
import { type Reply, type Request, seeOther } from '../../../functions/pages/http.ts';
import type { Host } from '../host.ts';
import { type Html, html, localReply } from './layout.ts';
import type { Route } from './route.ts';

/** Chooses whether the pretend bank gives statements, to try camt.053 by hand. */
export function statementsForm(host: Host): Html {
  const option = (value: string, words: string) =>
    html`<option value="${value}"${(value === 'yes') === host.bank.givesStatements() ? html` selected` : ''}>${words}</option>`;
  return html`<h2 class="ds-heading" data-size="xs">Statements</h2>
<p>Movements are reported as they happen (camt.054). Some banks repeat all of a day in a statement with balances (camt.053), which books nothing twice.</p>
<form class="ds-card" method="post" action="/local/bank/statements"><div class="field"><label class="ds-label" for="statements">At the end of a day the bank sends</label><select class="ds-input" id="statements" name="statements">${option('no', 'nothing')}${option('yes', 'a statement of each account that moved')}</select></div>
<div class="buttons"><button class="ds-button">Set</button></div></form>`;
}

async function show(host: Host): Promise<Reply> {
  return localReply(host, 'Statements of the pretend bank', statementsForm(host));
}

async function choose(host: Host, request: Request): Promise<Reply> {
  host.bank.setStatements(one(readForm(request), 'statements') === 'yes');
  return seeOther('/local/bank');
}

export const bankStatementRoutes: readonly Route[] = [{ path: '/local/bank/statements', get: show, post: choose }];
