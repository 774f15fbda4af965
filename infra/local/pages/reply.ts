import { FieldReader, one, type Values } from '../../../functions/pages/form.ts';
import { HttpError, notFound, type Reply, type Request, seeOther } from '../../../functions/pages/http.ts';
import { isMultipart, readMultipart } from '../../../functions/pages/upload.ts';
import { checkbox, type FormState, input, textarea } from '../../../functions/pages/views/fields.ts';
import { errorSummary } from '../../../functions/pages/views/layout.ts';
import { factList } from '../../../functions/pages/views/money.ts';
import { pageWords } from '../../../functions/pages/words/index.ts';
import { findReply } from '../../../shared/mail/replies.ts';
import { isKeyPart } from '../../../shared/store/keys.ts';
import type { Host } from '../host.ts';
import { writeAnswer } from '../mail/answer.ts';
import { parseHead, type StoredMail } from '../mail/mailbox.ts';
import { type Html, html, localReply, moment } from './layout.ts';
import type { Route } from './route.ts';

const oops = ['forged', 'away', 'infected'] as const;

/** The form under a mail with which its reader answers; nothing where the mail takes no answers here. */
export async function answerForm(host: Host, mail: StoredMail): Promise<Html> {
  const to = await answerAddress(host, mail);
  return to === undefined
    ? html``
    : html`<p><a class="ds-button" data-variant="secondary" href="/local/mailbox/${mail.id}/answer">Answer this mail</a></p>`;
}

async function answerAddress({ postbox }: Host, { raw }: StoredMail): Promise<string | undefined> {
  const [who] = (await parseHead(raw)).replyTo ?? [];
  return who?.address && postbox?.takes(who.address) ? who.address : undefined;
}

async function show(host: Host, request: Request): Promise<Reply> {
  return page(host, find(host, request), { values: {}, errors: new Map() });
}

async function page(host: Host, mail: StoredMail, form: FormState): Promise<Reply> {
  const to = await answerAddress(host, mail);
  if (to === undefined) throw notFound();
  const smtp = host.smtpPort;
  const body = html`${errorSummary(form.errors)}<p>Write as ${mail.recipients.join(', ')} to ${to}.${
    smtp === undefined ? '' : html` A mail program can do the same at <code>127.0.0.1:${smtp}</code> (SMTP, no login).`
  }</p>
<form class="ds-card" method="post" action="/local/mailbox/${mail.id}/answer" enctype="multipart/form-data" novalidate>${input(
    form,
    {
      name: 'from',
      label: 'From',
      type: 'email',
      initial: mail.recipients[0] ?? '',
    },
  )}${textarea(form, { name: 'text', label: 'What you write' })}${input(form, {
    name: 'file',
    label: 'A file',
    type: 'file',
    optional: 'optional',
  })}${checkbox(form, { name: 'forged', label: 'The sender is forged (DMARC fails)' })}${checkbox(form, {
    name: 'infected',
    label: 'A virus is found in it',
  })}${checkbox(form, { name: 'away', label: 'It is an out-of-office reply' })}<div class="buttons"><button class="ds-button">Send</button></div></form>`;
  return localReply(host, `Answer: ${mail.subject}`, body, form.errors.size > 0 ? 422 : 200);
}

async function send(host: Host, request: Request): Promise<Reply> {
  const mail = find(host, request);
  const to = await answerAddress(host, mail);
  if (to === undefined || !host.postbox) throw notFound();
  if (!isMultipart(request))
    throw new HttpError(415, 'This form is sent from its page', 'Open the mail and answer it.');
  const { values, file } = await readMultipart(request, pageWords('en').form.file);
  const fields = new FieldReader(values, 'en');
  const from = fields.email('from', 'Say who answers.');
  if (fields.errors.size > 0) return page(host, mail, { values, errors: fields.errors });
  const [forged, away, infected] = oops.map((name) => fields.ticked(name));
  const raw = await writeAnswer(mail, {
    from,
    to,
    text: one(values as Values, 'text'),
    at: host.clock.now(),
    ...(file ? { file } : {}),
    headers: {
      ...(forged || infected
        ? { 'X-Local-Verdict': `dmarc=${forged ? 'fail' : 'pass'} virus=${infected ? 'fail' : 'pass'}` }
        : {}),
      ...(away ? { 'Auto-Submitted': 'auto-replied' } : {}),
    },
  });
  await host.postbox.accept(raw, { from, to: [to] });
  host.nudge();
  return seeOther('/local/tasks');
}

function find(host: Host, { params }: Request): StoredMail {
  const mail = host.mailbox.get(Number(params.id));
  if (!mail) throw new HttpError(404, 'There is no such mail', 'Go back to the mailbox and choose one.');
  return mail;
}

/** `/local/replies/{institution}/{mobility}/{id}`: an answer as it was filed. What is done with it, is done from the mail. */
async function read(host: Host, { params }: Request): Promise<Reply> {
  const { institution = '', mobility = '', id = '' } = params;
  const found =
    [institution, mobility, id].every(isKeyPart) && (await findReply(host.store, institution, mobility, id));
  if (!found) throw notFound();
  const rows: (readonly [string, string])[] = [
    ['Case', found.mobility],
    ['Came', moment(host, found.at)],
    ['Answers', `${found.notice} to the ${found.recipient}`],
    ['From', found.from ?? '–'],
    ['Sender', `${found.sender}${found.onFile ? '' : ', not the address on file'}`],
    [
      'Verdicts',
      Object.entries(found.verdicts)
        .map(([name, verdict]) => `${name} ${verdict}`)
        .join(', '),
    ],
    ['Files', found.files.map(({ contentType, bytes }) => `${contentType} (${bytes} bytes)`).join(', ') || 'none'],
    ['Left out', found.leftOut.join(', ') || 'nothing'],
    ['Dealt with', found.handled ? `${found.handled.outcome} (${found.handled.by})` : 'not yet'],
  ];
  const words = found.text === '' ? '(no words of its own)' : found.text;
  return localReply(
    host,
    'An answer by mail',
    html`<div class="ds-card">${factList(rows)}</div><div class="ds-card">${words.split('\n').map((line) => html`${line}<br>`)}</div>
<p>The office got a mail with the page on which it is dealt with: look in the <a class="ds-link" href="/local/mailbox">mailbox</a>.</p>`,
  );
}

export const replyRoutes: readonly Route[] = [
  { path: '/local/mailbox/{id}/answer', get: show, post: send },
  { path: '/local/replies/{institution}/{mobility}/{id}', get: read },
];
