import { nominate } from '../../../shared/people/nominate.ts';
import { findOfficeLink } from '../../../shared/people/office-link.ts';
import type { Institution } from '../../../shared/rulebook/types.ts';
import { unknownLink } from '../context.ts';
import type { PagesDeps } from '../deps.ts';
import { one, readForm } from '../form.ts';
import { notFound, type Reply, type Request, seeOther } from '../http.ts';
import { languageFor } from '../language.ts';
import { checkList, findList, keepList, nominationOf } from '../nominations/list.ts';
import { type Reader, readerOf } from '../reader.ts';
import { isMultipart, readMultipart } from '../upload.ts';
import { errorSummary, type Html, html, messagePage, pageReply, raw } from '../views/layout.ts';
import { listForm, listProblem, listReport } from '../views/nominate.ts';

/** One visit of an office through its link, which belongs to no case. */
interface OfficeVisit {
  readonly deps: PagesDeps;
  readonly institution: Institution;
  readonly reader: Reader;
  readonly path: string;
}

/** GET `/office/<token>`: the form for a list. Changes nothing. */
export async function showNominate(deps: PagesDeps, request: Request): Promise<Reply> {
  return visiting(deps, request, (visit) => {
    const done = Number(request.query.get('nominated') ?? '');
    const { nominate: w } = visit.reader.words;
    const news = Number.isInteger(done) && done > 0 ? success(w.done(done)) : raw('');
    return page(visit, { news });
  });
}

/** POST: checks a list, or nominates whom a list that was checked names. */
export async function actOnNominate(deps: PagesDeps, request: Request): Promise<Reply> {
  return visiting(deps, request, async (visit) => {
    if (!isMultipart(request)) return confirm(visit, one(readForm(request), 'list'));
    const { file } = await readMultipart(request, visit.reader.words.form.file);
    const { nominate: w } = visit.reader.words;
    if (file === undefined) return page(visit, { error: w.none });
    return report(visit, file);
  });
}

async function report(visit: OfficeVisit, file: Uint8Array): Promise<Reply> {
  const { deps, institution, reader, path } = visit;
  const list = await checkList(deps, institution, file);
  const problem = listProblem(reader, list);
  if (list.kind !== 'lines') return page(visit, { error: problem ?? '' });
  const id = await keepList(deps, institution.id, file);
  return page(visit, { news: listReport(reader, list.lines, path, id) });
}

/** The list is read and compared once more: what was nominated meanwhile is left out. */
async function confirm(visit: OfficeVisit, id: string): Promise<Reply> {
  const { deps, institution, reader, path } = visit;
  const file = await findList(deps, institution.id, id);
  if (file === undefined) return page(visit, { error: reader.words.nominate.gone });
  const list = await checkList(deps, institution, file);
  if (list.kind !== 'lines') throw new Error('A list that was kept cannot be read any more.');
  const nominees = list.lines.flatMap(({ nominee, fate }) => (nominee && fate === 'new' ? [nominee] : []));
  const done = await nominate(deps, institution.id, nominees.map(nominationOf));
  return done === 0 ? report(visit, file) : seeOther(`${path}?nominated=${done}`);
}

function page({ institution, reader, path }: OfficeVisit, { news = raw(''), error }: { news?: Html; error?: string }) {
  const { nominate: w } = reader.words;
  const errors = new Map(error === undefined ? [] : [['file', error] as const]);
  const body = html`${errorSummary(errors, [], reader.language)}<h1 class="ds-heading" data-size="md">${w.title}</h1>${news}<p class="ds-paragraph" data-size="lg">${w.lead(institution.shortName)}</p>${listForm(reader, institution, path, { values: {}, errors })}`;
  const hasErrors = errors.size > 0;
  return pageReply({ title: w.title, language: reader.language, institution, body, hasErrors }, hasErrors ? 422 : 200);
}

const success = (sentence: string): Html =>
  html`<div class="ds-alert" data-color="success" role="status"><p>${sentence}</p></div>`;

/** The institution is that of the stored link. */
async function visiting(
  deps: PagesDeps,
  request: Request,
  visit: (visit: OfficeVisit) => Promise<Reply>,
): Promise<Reply> {
  const token = request.params.token ?? '';
  const link = await findOfficeLink(deps.store, token);
  if (link === undefined) return unknownLink(languageFor(request));
  const institution = deps.rules.institution(link.institution);
  if (!institution) throw notFound();
  const reader = readerOf(institution.languages[0] ?? 'en', institution);
  if (link.expiresAt <= deps.clock.now()) {
    const { expired: w } = reader.words.nominate;
    const said = [w.until(reader.say.date(link.expiresAt))];
    return pageReply(messagePage(w.title, said, institution, reader.language), 410);
  }
  return visit({ deps, institution, reader, path: `/office/${encodeURIComponent(token)}` });
}
