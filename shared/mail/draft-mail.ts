import { type Draft, draftLink, loadDraft } from '../drafts/draft.ts';
import { countryName } from '../grant/countries.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { DraftTemplate } from '../mobility/effects.ts';
import { institutionOf } from '../mobility/perform.ts';
import type { Institution, Language } from '../rulebook/types.ts';
import { change } from '../store/change.ts';
import type { Write } from '../store/port.ts';
import { compose } from './compose.ts';
import { facts, type MailContent, text } from './content.ts';
import { oneLine } from './format.ts';
import { type Frame, mailHtml } from './html.ts';
import { type MailWords, mailWords } from './language.ts';
import type { MailDeps } from './send.ts';
import { mailText } from './text.ts';

/**
 * Sends a mail with a link to an application that is being filled in. There is no case yet, so what becomes of the mail is
 * followed nowhere: the applicant has the page before them too. A repeat has the same Message-ID and a link of its own.
 * One that was sent or erased meanwhile needs no mail any more. `after` is written when it is done.
 */
export async function deliverDraftMail(
  deps: MailDeps,
  institutionId: string,
  draftId: string,
  name: string,
  template: DraftTemplate,
  after: readonly Write[],
): Promise<'sent' | 'not-needed'> {
  const institution = institutionOf(deps.rules, institutionId);
  const now = deps.clock.now();
  const draft = (await loadDraft(deps.store, institutionId, draftId))?.draft;
  if (!draft || draft.sentAt !== undefined || draft.expiresAt <= now) {
    await deps.store.commit(after);
    return 'not-needed';
  }
  const mailId = `${draftId}-${name}`;
  const { token, item } = draftLink(deps, draft, `mail ${mailId} ${now}`);
  await deps.store.commit(change().put('cases', item).writes);
  const language = draftLanguage(draft, institution);
  const words = mailWords(language);
  const say = sayIn(language, institution.timeZone);
  const { office } = institution.contacts;
  const content = written[template]({ draft, institution, words, language, say, until: say.date(draft.expiresAt) });
  const frame: Frame = {
    language,
    words: words.common,
    say,
    institution: institution.name,
    contact: office,
    reference: draftId,
    link: `${deps.baseUrl}/application/${token}`,
  };
  const email = answer(draft, 'email');
  const raw = await compose({
    institution: institutionId,
    mailId,
    mobility: draftId,
    draft: true,
    notice: template,
    from: { name: institution.name, address: deps.from },
    to: { name: `${answer(draft, 'givenName')} ${answer(draft, 'familyName')}`, address: email },
    replyTo: { name: office.name, address: office.email },
    subject: content.subject,
    text: mailText(content, frame),
    html: await mailHtml(content, frame),
    date: now,
  });
  await deps.transport.send(raw, deps.from, [email], {
    institution: institutionId,
    mobility: draftId,
    mail: mailId,
    notice: 'no',
  });
  await deps.store.commit(after);
  return 'sent';
}

interface DraftView {
  readonly draft: Draft;
  readonly institution: Institution;
  readonly words: MailWords;
  readonly language: Language;
  readonly say: Say;
  readonly until: string;
}

const written: Readonly<Record<DraftTemplate, (view: DraftView) => MailContent>> = {
  'application-begun': ({ draft, institution, words, until }) => {
    const w = words.drafts.begun;
    return {
      subject: w.subject,
      heading: w.heading,
      greet: answer(draft, 'givenName'),
      blocks: [text(w.begun(institution.name)), facts([w.keptUntil, until])],
      todo: w.todo(institution.shortName),
      action: w.action,
    };
  },
  nominated: ({ draft, institution, words, language, say, until }) => {
    const w = words.drafts.nominated;
    const { labels } = words.common;
    const where = `${answer(draft, 'city')}, ${countryName(answer(draft, 'country'), language)} (${answer(draft, 'code')})`;
    return {
      subject: w.subject(institution.shortName),
      heading: w.heading,
      greet: answer(draft, 'givenName'),
      blocks: [
        text(w.nominated(institution.name)),
        facts(
          [labels.host, where],
          [labels.stay, say.period({ start: answer(draft, 'start'), end: answer(draft, 'end') })],
          [words.drafts.begun.keptUntil, until],
        ),
      ],
      todo: w.todo(institution.shortName),
      action: w.action,
    };
  },
};

/** What the applicant has chosen, where the institution writes it; English else. */
export function draftLanguage(draft: Draft, { languages }: Institution): Language {
  return languages.find((language) => language === answer(draft, 'language')) ?? 'en';
}

const answer = ({ answers }: Draft, name: string): string => oneLine(answers[name]?.[0] ?? '');
