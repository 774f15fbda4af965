import { HttpError, type Reply, type Request } from '../../../functions/pages/http.ts';
import type { Host } from '../host.ts';
import { type MailSummary, parse } from '../mail/mailbox.ts';
import { specialAddresses } from '../mail/outcomes.ts';
import { type Html, html, localReply, moment, table } from './layout.ts';
import { answerForm } from './reply.ts';
import type { Route } from './route.ts';

const SHOWN = 200;

/** `/local/mailbox`: every mail of this machine, newest first, of one person if asked for. */
function list(host: Host, { query }: Request): Promise<Reply> {
  const to = query.get('to')?.trim() ?? '';
  const mails = host.mailbox.list({ limit: SHOWN, ...(to ? { recipient: to } : {}) });
  const known = host.mailbox.recipients();
  const body = html`<p>No mail leaves this machine: all of it ends up here. A mail to an address that begins with ${specialAddresses.join('@, ')}@ does not just arrive: it does what the name says.</p>
<form method="get" action="/local/mailbox"><div class="ds-field"><label class="ds-label" for="to">Mails to</label>
<input class="ds-input" id="to" name="to" type="search" list="known" value="${to}" autocomplete="off">
<datalist id="known">${known.map(({ address, mails: n }) => html`<option value="${address}">${n} mails</option>`)}</datalist></div>
<div class="buttons"><button class="ds-button">Search</button>${to ? html`<a class="ds-button" data-variant="secondary" href="/local/mailbox">Show all</a>` : ''}</div></form>
${table(
  to ? `To ${to}` : `All ${host.mailbox.count()} mails, newest first`,
  ['When', 'To', 'Subject', 'State'],
  mails.map((mail) => row(host, mail)),
)}`;
  return localReply(host, 'Mailbox', body);
}

function row(host: Host, mail: MailSummary): readonly (string | Html)[] {
  const to = mail.recipients.map(
    (who) => html`<a class="ds-link" href="/local/mailbox?to=${encodeURIComponent(who)}">${who}</a> `,
  );
  return [
    moment(host, mail.at),
    html`${to}`,
    html`<a class="ds-link" href="/local/mailbox/${mail.id}">${mail.subject || '(no subject)'}</a>`,
    host.mailbox.stateOf(mail),
  ];
}

/** `/local/mailbox/{id}`: one mail as text with its links, and as its reader would see it. */
async function show(host: Host, request: Request): Promise<Reply> {
  const mail = find(host, request);
  const parsed = await parse(mail.raw);
  const facts: readonly (readonly [string, string])[] = [
    ['To', mail.recipients.join(', ')],
    ['From', mail.sender],
    ['Sent', moment(host, mail.at)],
    ['State', host.mailbox.stateOf(mail)],
  ];
  const text = linked(parsed.text ?? '');
  const seen = parsed.html
    ? html`<iframe class="mail" title="The mail as it looks" src="/local/mailbox/${mail.id}/html" sandbox="allow-top-navigation-by-user-activation allow-popups" width="100%" height="1000" frameborder="0"></iframe>
<div class="ds-card"><details class="ds-details"><summary>As text</summary><div class="inside">${text}</div></details></div>`
    : html`<div class="ds-card">${text}</div>`;
  const body = html`<div class="ds-card"><dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${mainLink(parsed.text ?? '')}${await answerForm(host, mail)}</div>
${seen}
<p><a class="ds-link" href="/local/mailbox/${mail.id}/raw">The message as it was sent</a> · <a class="ds-link" href="/local/mailbox">All mails</a></p>`;
  return { ...(await localReply(host, mail.subject || '(no subject)', body)), headers: framing };
}

/** The usual policy, and one frame from here. */
const framing = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'",
};

/** The HTML part alone, for the frame: no script, nothing loaded, links open in the whole window. */
async function part(host: Host, request: Request): Promise<Reply> {
  const parsed = await parse(find(host, request).raw);
  const shown = (parsed.html ?? '').replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`);
  return {
    status: 200,
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'self'; sandbox allow-top-navigation-by-user-activation allow-popups",
      'x-frame-options': 'SAMEORIGIN',
    },
    body: shown,
  };
}

async function raw(host: Host, request: Request): Promise<Reply> {
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: find(host, request).raw };
}

function find(host: Host, { params }: Request) {
  const mail = host.mailbox.get(Number(params.id));
  if (!mail) throw new HttpError(404, 'There is no such mail', 'Go back to the mailbox and choose one.');
  return mail;
}

/** The one link of a mail as a button, at this host's present address: it may have had another when the mail was sent. */
function mainLink(text: string): Html | string {
  const link = /https?:\/\/[^\s<>"/]+(\/l\/[^\s<>"]+)/.exec(text)?.[1];
  return link ? html`<p><a class="ds-button" href="${link}">Open the link of this mail</a></p>` : '';
}

/** Paragraphs of the text part; addresses of pages become links. */
function linked(text: string): Html {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/);
  return html`${paragraphs.map((paragraph) => html`<p>${paragraph.split('\n').map((line) => html`${withLinks(line)}<br>`)}</p>`)}`;
}

function withLinks(line: string): Html {
  const pieces = line.split(/(https?:\/\/[^\s<>"]+)/);
  return html`${pieces.map((piece, n) => (n % 2 === 1 ? html`<a class="ds-link" href="${piece}">${piece}</a>` : piece))}`;
}

export const mailboxRoutes: readonly Route[] = [
  { path: '/local/mailbox', get: list },
  { path: '/local/mailbox/{id}', get: show },
  { path: '/local/mailbox/{id}/html', get: part },
  { path: '/local/mailbox/{id}/raw', get: raw },
];
