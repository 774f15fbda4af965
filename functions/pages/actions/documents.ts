import { createHash } from 'node:crypto';
import { dateAt } from '../../../shared/calendar/zones.ts';
import type { Document, Mobility } from '../../../shared/mobility/case.ts';
import { UPLOAD_MEGABYTES } from '../../../shared/mobility/uploads.ts';
import type { Visit } from '../context.ts';
import { FieldReader, one } from '../form.ts';
import { HttpError } from '../http.ts';
import { checkedUpload } from '../upload.ts';
import { checkbox, type FormState, input, radios } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { type Action, failed, type Outcome, refusedBy } from './action.ts';

const accept = 'application/pdf,image/jpeg,image/png';

/** The confirmation of stay as a paper: filed, and put before the office, which enters its dates. */
export const uploadConfirmation: Action = {
  name: 'upload',
  title: ({ words }) => words.actions.upload.title,
  allowed: ({ mobility }) => mobility.state === 'signed' && !mobility.confirmed,
  multipart: true,
  fields: (visit, form) => {
    const { upload: w } = visit.words.actions;
    return html`<p>${w.about}</p>${fileField(visit, form, 'upload-file', w.file)}`;
  },
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.actions.upload.button}</button></div>`,

  async act(visit, { file }) {
    const filed = await fileDocument(visit, 'confirmation-of-stay', file, 'upload-file');
    return filed.kind === 'filed' ? { kind: 'done', done: 'uploaded' } : filed.outcome;
  },
};

/** Illness: the last day (while the stay is open), the certificate, and the request to keep the grant. */
export const claimIllness: Action = {
  name: 'illness',
  title: ({ words }) => words.actions.illness.title,
  allowed: ({ mobility }) =>
    mobility.illness === undefined && ['signed', 'stay-ended', 'repayment-due'].includes(mobility.state),
  multipart: true,

  fields: (visit, form) => {
    const { illness: w } = visit.words.actions;
    const day = asksForDay(visit.mobility) ? lastDayFields(visit, form, 'illness') : '';
    return html`<p>${w.about}</p>
${day}${fileField(visit, form, 'illness-file', w.file)}${checkbox(form, { name: 'illness-sure', label: w.sure })}`;
  },
  buttons: ({ words }) =>
    html`<div class="buttons"><button class="ds-button">${words.actions.illness.button}</button></div>`,

  async act(visit, { values, file }) {
    const fields = new FieldReader(values, visit.language);
    const lastDay = asksForDay(visit.mobility) ? readLastDay(fields, visit, 'illness') : undefined;
    if (!fields.ticked('illness-sure')) fields.fail('illness-sure', visit.words.actions.illness.sureMissing);
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const filed = await fileDocument(visit, 'medical-certificate', file, 'illness-file');
    if (filed.kind === 'failed') return filed.outcome;
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, {
      type: 'claim-illness',
      document: filed.document.id,
      ...(lastDay === undefined ? {} : { lastDay }),
    });
    if (result.outcome === 'refused') return refusedBy(visit, 'claim-illness', result.refusal);
    return { kind: 'done', done: 'ill' };
  },
};

const asksForDay = (mobility: Mobility): boolean => mobility.state === 'signed';

/** “I never left”, or the last day at the host. Nothing is chosen beforehand: an empty day would mean everything back. */
export function lastDayFields({ words }: Visit, form: FormState, prefix: string): Html {
  const { lastDay: w } = words.actions;
  return html`${radios(form, {
    name: `${prefix}-left`,
    label: w.left,
    options: [
      { value: 'yes', label: w.yes },
      { value: 'never', label: w.never },
    ],
  })}${input(form, {
    name: `${prefix}-day`,
    label: w.day,
    type: 'date',
    look: 'short',
    optional: words.form.optional,
    hint: w.dayHint,
  })}`;
}

/** The last day, or undefined for “never left”. Look at the reader's errors first. */
export function readLastDay(
  fields: FieldReader,
  { mobility, institution, now, words }: Visit,
  prefix: string,
): string | undefined {
  const { lastDay: w } = words.actions;
  const left = fields.choice(`${prefix}-left`, ['yes', 'never'], w.leftMissing);
  if (left === 'never' || one(fields.values, `${prefix}-left`) === '') return undefined;
  const name = `${prefix}-day`;
  const day = fields.date(name, w.dayMissing);
  if (fields.errors.has(name)) return day;
  if (day < mobility.stay.planned.start) {
    fields.fail(name, w.beforeStay);
  } else if (day > dateAt(now, institution.timeZone)) {
    fields.fail(name, w.future);
  }
  return day;
}

export function fileField({ words }: Visit, form: FormState, name: string, label: string): Html {
  return input(form, { name, label, hint: words.form.file.limits(UPLOAD_MEGABYTES), type: 'file', accept });
}

type Filed =
  | { readonly kind: 'filed'; readonly document: Document }
  | { readonly kind: 'failed'; readonly outcome: Outcome };

/** Checks the file, puts it into the bucket and files it on the case. */
export async function fileDocument(
  visit: Visit,
  kind: Document['kind'],
  file: Uint8Array | undefined,
  field: string,
): Promise<Filed> {
  if (!file) return { kind: 'failed', outcome: failed([field, visit.words.form.file.missing]) };
  const { deps, link, now } = visit;
  const upload = checked(visit, file);
  if (upload instanceof HttpError) {
    return {
      kind: 'failed',
      outcome: { kind: 'wrong', errors: new Map([[field, upload.message]]), status: upload.status },
    };
  }
  const content = createHash('sha256').update(file).digest('hex');
  const id = deps.ids.id(`document ${link.mobility} ${content}`);
  const objectKey = `uploads/${link.institution}/${link.mobility}/${id}`;
  await deps.objects.putOnce(objectKey, upload.bytes, upload.contentType);
  const document: Document = { id, kind, objectKey, contentType: upload.contentType, bytes: file.length, at: now };
  const result = await deps.perform(deps, link.institution, link.mobility, { type: 'file-document', document });
  if (result.outcome === 'refused') {
    return { kind: 'failed', outcome: refusedBy(visit, 'file-document', result.refusal) };
  }
  return { kind: 'filed', document };
}

function checked({ words }: Visit, file: Uint8Array) {
  try {
    return checkedUpload(file, words.form.file);
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
}
