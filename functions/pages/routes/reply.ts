import { markUsed } from '../../../shared/mail/links.ts';
import { findReply, handleReply, type Reply as MailReply, type ReplyFile } from '../../../shared/mail/replies.ts';
import { UPLOAD_MEGABYTES } from '../../../shared/mobility/uploads.ts';
import { again, enter, here, type Visit } from '../context.ts';
import { caseFacts, nameField, readName } from '../deeds/deed.ts';
import type { PagesDeps } from '../deps.ts';
import { FieldReader, readForm } from '../form.ts';
import { notFound, type Reply, type Request, seeOther } from '../http.ts';
import { languageFor } from '../language.ts';
import { refusalText } from '../refusals.ts';
import { extensions } from '../upload.ts';
import { emptyForm, type FormState, radios } from '../views/fields.ts';
import { errorSummary, type Html, html, pageReply } from '../views/layout.ts';

/** The page of an answer by mail: who is said to have written what, with its files to be saved. Changes nothing. */
export async function showReply(
  visit: Visit,
  form: FormState = emptyForm,
  general: readonly (string | Html)[] = [],
  status = 200,
): Promise<Reply> {
  const reply = await replyOf(visit);
  const { reply: w } = visit.words.decisions;
  const { title } = w;
  const hasErrors = form.errors.size + general.length > 0;
  const body = html`${errorSummary(form.errors, general, visit.language)}<h1 class="ds-heading" data-size="md">${title}</h1>${reply.handled ? handled(visit, reply.handled) : warnings(visit, reply)}
<div class="ds-card">${caseFacts(visit, [
    [w.came, visit.say.moment(reply.at)],
    [
      w.answers,
      w.answered(w.notices[reply.notice] ?? reply.notice.replaceAll('-', ' '), w.recipients[reply.recipient]),
    ],
    [w.from, reply.from ?? w.unreadable],
  ])}<h2 class="ds-heading" data-size="xs">${w.says}</h2>${said(visit, reply)}${files(visit, reply)}</div>${reply.handled ? '' : theForm(visit, reply, form)}`;
  return pageReply({ title, language: visit.language, institution: visit.institution, body, hasErrors }, status);
}

async function replyOf({ deps, link }: Visit): Promise<MailReply> {
  const reply = await findReply(deps.store, link.institution, link.mobility, String(link.subject.reply));
  if (!reply) throw notFound();
  return reply;
}

function handled({ say, words }: Visit, { by, at, outcome }: NonNullable<MailReply['handled']>): Html {
  const { reply: w } = words.decisions;
  return html`<div class="ds-alert" data-color="success"><h2 class="ds-heading" data-size="xs">${w.handled}</h2><p>${outcome}</p><p class="quiet">${w.handledBy(by, say.moment(at))}</p></div>`;
}

/** What stands between this mail and believing it. */
function warnings({ words }: Visit, reply: MailReply): Html {
  const { reply: w } = words.decisions;
  const { sender, onFile, looksLikeSpam, unread, leftOut } = reply;
  const sentences = [
    sender === 'failed' ? w.failed : undefined,
    sender === 'unproven' ? w.unproven : undefined,
    sender !== 'failed' && !onFile ? w.otherAddress : undefined,
    looksLikeSpam ? w.spam : undefined,
    unread ? w.unread : undefined,
    ...new Set(leftOut.map((why) => w.leftOut[why](UPLOAD_MEGABYTES))),
  ].filter((sentence) => sentence !== undefined);
  return sentences.length === 0
    ? html``
    : html`<div class="ds-alert" data-color="warning"><h2 class="ds-heading" data-size="xs">${w.warnings}</h2><ul class="ds-list">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>`;
}

function said({ words }: Visit, { text, cut }: MailReply): Html {
  const { reply: w } = words.decisions;
  if (text === '') return html`<p class="quiet">${w.noWords}</p>`;
  const lines = (paragraph: string) =>
    paragraph.split('\n').map((line, n) => html`${n === 0 ? '' : html`<br>`}${line}`);
  return html`<blockquote>${text.split(/\n{2,}/).map((paragraph) => html`<p>${lines(paragraph)}</p>`)}</blockquote>${
    cut ? html`<p class="quiet">${w.cut}</p>` : ''
  }`;
}

function files(visit: Visit, { files: given, handled: done }: MailReply): Html {
  const { reply: w } = visit.words.decisions;
  if (given.length === 0) return html``;
  return html`<h2 class="ds-heading" data-size="xs">${w.files}</h2><ul class="ds-list">${given.map((file, n) =>
    done
      ? html`<li>${w.file(n + 1)}</li>`
      : html`<li><a class="ds-link" href="${here(visit)}/files/${file.id}">${w.download(n + 1)}</a> <span class="quiet">(${extensions[file.contentType] ?? w.kindUnknown}, ${Math.ceil(file.bytes / 1024)} KB)</span></li>`,
  )}</ul>${done ? '' : html`<p class="quiet">${w.noVirus}</p>`}`;
}

/** Which files can be put before the office as a confirmation of stay: not those of somebody who is not who they say. */
function confirmations({ mobility }: Visit, { sender, files: given }: MailReply): readonly ReplyFile[] {
  return mobility.state === 'signed' && !mobility.confirmed && sender !== 'failed' ? given : [];
}

const HANDLED = 'handled';
const confirms = ({ id }: ReplyFile): string => `confirmation-${id}`;

function theForm(visit: Visit, reply: MailReply, form: FormState): Html {
  const { reply: w } = visit.words.decisions;
  const options = [
    {
      value: HANDLED,
      label: w.done,
      hint: w.doneHint,
    },
    ...confirmations(visit, reply).map((file) => ({
      value: confirms(file),
      label: w.confirmation(reply.files.indexOf(file) + 1),
      hint: w.confirmationHint,
    })),
  ];
  return html`<form class="ds-card" method="post" action="${here(visit)}" novalidate>${radios(form, {
    name: 'choice',
    label: w.choice,
    options,
  })}${nameField(visit, form, w.name)}<div class="buttons"><button class="ds-button">${w.button}</button></div></form>`;
}

/** Notes what was done with the answer; a confirmation of stay is filed first, and goes the way of an uploaded one. */
export async function actOnReply(visit: Visit, request: Request): Promise<Reply> {
  const values = readForm(request);
  const reply = await replyOf(visit);
  if (reply.handled) return showReply(visit, emptyForm, [], 409);
  const { reply: w } = visit.words.decisions;
  const possible = confirmations(visit, reply);
  const fields = new FieldReader(values, visit.language);
  const choice = fields.choice('choice', [HANDLED, ...possible.map(confirms)], w.choiceMissing);
  const by = readName(fields, visit);
  if (fields.errors.size > 0) return showReply(visit, { values, errors: fields.errors }, [], 422);
  const { deps, link, now } = visit;
  const file = possible.find((candidate) => confirms(candidate) === choice);
  if (file) {
    const document = { ...file, kind: 'confirmation-of-stay', at: now } as const;
    const command = { type: 'file-document', document, by: 'office' } as const;
    const result = await deps.perform(deps, link.institution, link.mobility, command);
    if (result.outcome === 'refused') {
      return showReply(
        await again(visit),
        { values, errors: new Map() },
        [refusalText(visit, command.type, result.refusal)],
        422,
      );
    }
  }
  const outcome = file ? w.wasFiled : w.wasRead;
  const first = await handleReply(deps, link.institution, reply, by, outcome);
  if (!first) return showReply(visit, emptyForm, [], 409);
  await markUsed(deps.store, link, now, outcome);
  return seeOther(here(visit));
}

/** GET `/l/<token>/files/<id>`: a file of the answer, to be saved and never shown on this origin, until it is dealt with. */
export async function sendReplyFile(deps: PagesDeps, request: Request): Promise<Reply> {
  const entrance = await enter(deps, request.params.token ?? '', languageFor(request));
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
