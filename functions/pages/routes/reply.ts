import type { LeftOut } from '../../../shared/mail/inbound.ts';
import { markUsed } from '../../../shared/mail/links.ts';
import { findReply, handleReply, type Reply as MailReply, type ReplyFile } from '../../../shared/mail/replies.ts';
import { UPLOAD_MEGABYTES } from '../../../shared/mobility/uploads.ts';
import { again, enter, here, type Visit } from '../context.ts';
import { caseFacts, nameField, readName } from '../deeds/deed.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, readForm } from '../form.ts';
import { notFound, type Reply, type Request, seeOther } from '../http.ts';
import { extensions } from '../upload.ts';
import { emptyForm, type FormState, radios } from '../views/fields.ts';
import { errorSummary, type Html, html, pageReply } from '../views/layout.ts';

const title = 'An answer by mail';

/** The page of an answer by mail: who is said to have written what, with its files to be saved. Changes nothing. */
export async function showReply(
  visit: Visit,
  form: FormState = emptyForm,
  general: readonly string[] = [],
  status = 200,
): Promise<Reply> {
  const reply = await replyOf(visit);
  const hasErrors = form.errors.size + general.length > 0;
  const body = html`${errorSummary(form.errors, general)}<h1 class="ds-heading" data-size="md">${title}</h1>${reply.handled ? handled(visit, reply.handled) : warnings(reply)}
<div class="ds-card">${caseFacts(visit, [
    ['Came', visit.say.moment(reply.at)],
    ['Answers', `our mail “${reply.notice.replaceAll('-', ' ')}” to the ${reply.recipient}`],
    ['From', reply.from ?? 'an address that cannot be read'],
  ])}<h2 class="ds-heading" data-size="xs">What it says</h2>${words(reply)}${files(visit, reply)}</div>${reply.handled ? '' : theForm(visit, reply, form)}`;
  return pageReply({ title, institution: visit.institution, body, hasErrors }, status);
}

async function replyOf({ deps, link }: Visit): Promise<MailReply> {
  const reply = await findReply(deps.store, link.institution, link.mobility, String(link.subject.reply));
  if (!reply) throw notFound();
  return reply;
}

function handled({ say }: Visit, { by, at, outcome }: NonNullable<MailReply['handled']>): Html {
  return html`<div class="ds-alert" data-color="success"><h2 class="ds-heading" data-size="xs">Dealt with</h2><p>${outcome}</p><p class="quiet">${by}, ${say.moment(at)}. Its files cannot be opened here any more.</p></div>`;
}

/** What stands between this mail and believing it. */
function warnings(reply: MailReply): Html {
  const { sender, onFile, looksLikeSpam, unread, leftOut } = reply;
  const said = [
    sender === 'failed'
      ? 'Whoever sent this need not be who the mail says: it failed the check of its sender (DMARC). It does not count as an answer of this person.'
      : undefined,
    sender === 'unproven' ? 'Nobody vouches for the sender of this mail. Make sure before you rely on it.' : undefined,
    sender !== 'failed' && !onFile ? 'It comes from another address than the one on file.' : undefined,
    looksLikeSpam ? 'It looks like advertising.' : undefined,
    unread
      ? 'The mail is too large, or could not be read: neither its text nor its files were taken from it.'
      : undefined,
    ...new Set(leftOut.map((why) => left[why])),
  ].filter((sentence) => sentence !== undefined);
  return said.length === 0
    ? html``
    : html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">Before you rely on it</h2><ul class="ds-list">${said.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>`;
}

const left: Readonly<Record<LeftOut, string>> = {
  virus: 'A virus was found in it. None of its files was kept.',
  'not-scanned': 'Its files could not be checked for viruses, and were not kept. Ask for them to be uploaded.',
  kind: 'A file that is neither PDF, JPEG nor PNG was not kept.',
  size: `A file of more than ${UPLOAD_MEGABYTES} MB was not kept.`,
  number: 'It had more files than are kept of one mail.',
};

function words({ text, cut }: MailReply): Html {
  if (text === '') return html`<p class="quiet">No words of its own.</p>`;
  const lines = (paragraph: string) =>
    paragraph.split('\n').map((line, n) => html`${n === 0 ? '' : html`<br>`}${line}`);
  return html`<blockquote>${text.split(/\n{2,}/).map((paragraph) => html`<p>${lines(paragraph)}</p>`)}</blockquote>${
    cut ? html`<p class="quiet">The rest of a long text was not kept.</p>` : ''
  }`;
}

function files(visit: Visit, { files: given, handled: done }: MailReply): Html {
  if (given.length === 0) return html``;
  return html`<h2 class="ds-heading" data-size="xs">Files</h2><ul class="ds-list">${given.map((file, n) =>
    done
      ? html`<li>File ${n + 1}</li>`
      : html`<li><a class="ds-link" href="${here(visit)}/files/${file.id}">Download file ${n + 1}</a> <span class="quiet">(${extensions[file.contentType] ?? 'file'}, ${Math.ceil(file.bytes / 1024)} KB)</span></li>`,
  )}</ul>${done ? '' : html`<p class="quiet">No virus was found in them. Open them with care all the same.</p>`}`;
}

/** Which files can be put before the office as a confirmation of stay: not those of somebody who is not who they say. */
function confirmations({ mobility }: Visit, { sender, files: given }: MailReply): readonly ReplyFile[] {
  return mobility.state === 'signed' && !mobility.confirmed && sender !== 'failed' ? given : [];
}

const HANDLED = 'handled';
const confirms = ({ id }: ReplyFile): string => `confirmation-${id}`;

function theForm(visit: Visit, reply: MailReply, form: FormState): Html {
  const options = [
    {
      value: HANDLED,
      label: 'It is dealt with',
      hint: 'Nothing in the case changes. What follows from it, do on the pages that are there for it.',
    },
    ...confirmations(visit, reply).map((file) => ({
      value: confirms(file),
      label: `File ${reply.files.indexOf(file) + 1} is the confirmation of stay`,
      hint: 'It is filed on the case, and you get a mail with the page on which its dates are entered.',
    })),
  ];
  return html`<form class="ds-card" method="post" action="${here(visit)}" novalidate>${radios(form, {
    name: 'choice',
    label: 'What you do with it',
    options,
  })}${nameField(form, 'It is kept with the answer.')}<div class="buttons"><button class="ds-button">Note it</button></div></form>`;
}

/** Notes what was done with the answer; a confirmation of stay is filed first, and goes the way of an uploaded one. */
export async function actOnReply(visit: Visit, request: Request): Promise<Reply> {
  const values = readForm(request);
  const reply = await replyOf(visit);
  if (reply.handled) return showReply(visit, emptyForm, [], 409);
  const possible = confirmations(visit, reply);
  const fields = new FieldReader(values);
  const choice = fields.choice('choice', [HANDLED, ...possible.map(confirms)], 'Say what you do with it.');
  const by = readName(fields);
  if (fields.errors.size > 0) return showReply(visit, { values, errors: fields.errors }, [], 422);
  const { deps, link, now } = visit;
  const file = possible.find((candidate) => confirms(candidate) === choice);
  if (file) {
    const document = { ...file, kind: 'confirmation-of-stay', at: now } as const;
    const command = { type: 'file-document', document, by: 'office' } as const;
    const result = await deps.perform(deps, link.institution, link.mobility, command);
    if (result.outcome === 'refused') {
      return showReply(await again(visit), { values, errors: new Map() }, [result.refusal.sentence], 422);
    }
  }
  const outcome = file ? 'A file of it was filed as the confirmation of stay.' : 'It was read and dealt with.';
  const first = await handleReply(deps, link.institution, reply, by, outcome);
  if (!first) return showReply(visit, emptyForm, [], 409);
  await markUsed(deps.store, link, now, outcome);
  return seeOther(here(visit));
}

/** GET `/l/<token>/files/<id>`: a file of the answer, to be saved and never shown on this origin, until it is dealt with. */
export async function sendReplyFile(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enter(deps, request.params.token ?? '');
  if ('closed' in entrance) return entrance.closed;
  const { visit } = entrance;
  if (visit.link.purpose !== 'read-reply') throw notFound();
  const reply = await replyOf(visit);
  const file = reply.files.find(({ id }) => id === request.params.id);
  if (!file || reply.handled) throw notFound();
  return {
    status: 200,
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="answer-${visit.mobility.id}-${file.id}.${extensions[file.contentType] ?? 'bin'}"`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: request.method === 'HEAD' ? '' : await deps.objects.get(file.objectKey),
  };
}
