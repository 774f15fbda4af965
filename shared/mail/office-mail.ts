import { sayIn } from '../language/say.ts';
import type { OfficePurpose } from '../mobility/effects.ts';
import { institutionOf } from '../mobility/perform.ts';
import { makeOfficeLink } from '../people/office-link.ts';
import type { Write } from '../store/port.ts';
import { compose } from './compose.ts';
import { facts, type MailContent, text } from './content.ts';
import { type Frame, mailHtml } from './html.ts';
import { mailWords } from './language.ts';
import type { MailDeps } from './send.ts';
import { mailText } from './text.ts';

/**
 * Sends the office of an institution a link to a page that belongs to no case. What becomes of the mail is followed nowhere:
 * whoever asked for it waits for it. A repeat has the same Message-ID and a link of its own.
 */
export async function deliverOfficeLink(
  deps: MailDeps,
  institutionId: string,
  id: string,
  purpose: OfficePurpose,
  after: readonly Write[],
): Promise<void> {
  const institution = institutionOf(deps.rules, institutionId);
  const { office } = institution.contacts;
  const now = deps.clock.now();
  const mailId = `office-${id}`;
  const { token, link } = await makeOfficeLink(deps, institutionId, purpose, `mail ${mailId} ${now}`);
  const language = institution.languages[0] ?? 'en';
  const words = mailWords(language);
  const say = sayIn(language, institution.timeZone);
  const w = words.drafts.nominateLink;
  const content: MailContent = {
    subject: w.subject,
    heading: w.heading,
    blocks: [text(w.about(institution.name)), facts([w.until, say.date(link.expiresAt)])],
    todo: w.todo,
    action: w.action,
  };
  const frame: Frame = {
    language,
    words: words.common,
    say,
    institution: institution.name,
    contact: office,
    reference: id,
    link: `${deps.baseUrl}/office/${token}`,
  };
  const raw = await compose({
    institution: institutionId,
    mailId,
    mobility: id,
    draft: true,
    notice: `office-${purpose}`,
    from: { name: institution.name, address: deps.from },
    to: { name: office.name, address: office.email },
    replyTo: { name: office.name, address: office.email },
    subject: content.subject,
    text: mailText(content, frame),
    html: await mailHtml(content, frame),
    date: now,
  });
  const tags = { institution: institutionId, mobility: id, mail: mailId, notice: 'no' } as const;
  await deps.transport.send(raw, deps.from, [office.email], tags);
  await deps.store.commit(after);
}
