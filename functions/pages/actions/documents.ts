import { createHash } from 'node:crypto';
import { dateAt } from '../../../shared/calendar/zones.ts';
import type { Document, Mobility } from '../../../shared/mobility/case.ts';
import { UPLOAD_BYTES } from '../../../shared/mobility/uploads.ts';
import type { Visit } from '../context.ts';
import { FieldReader, one } from '../form.ts';
import { HttpError } from '../http.ts';
import { checkedUpload } from '../upload.ts';
import { checkbox, type FormState, input, radios } from '../views/fields.ts';
import { type Html, html } from '../views/layout.ts';
import { type Action, failed, type Outcome } from './action.ts';

const accept = 'application/pdf,image/jpeg,image/png';
const limits = `PDF, JPEG or PNG, at most ${UPLOAD_BYTES / 1024 / 1024} MB.`;

/** The confirmation of stay as a paper: filed, and put before the office, which enters its dates. */
export const uploadConfirmation: Action = {
  name: 'upload',
  title: () => 'Upload your confirmation of stay',
  allowed: ({ mobility }) => mobility.state === 'signed' && !mobility.confirmed,
  multipart: true,
  fields: (_visit, form) =>
    html`<p>If your host gave you a signed confirmation of stay, upload it here. The office enters its dates. If your host answers our mail, you need not do this.</p>${fileField(
      form,
      'upload-file',
      'Signed confirmation of stay',
    )}`,
  buttons: () => html`<div class="buttons"><button class="ds-button">Upload</button></div>`,

  async act(visit, { file }) {
    const filed = await fileDocument(visit, 'confirmation-of-stay', file, 'upload-file');
    return filed.kind === 'filed' ? { kind: 'done', done: 'uploaded' } : filed.outcome;
  },
};

/** Illness: the last day (while the stay is open), the certificate, and the request to keep the grant. */
export const claimIllness: Action = {
  name: 'illness',
  title: () => 'I had to stop for illness, and ask to keep the grant',
  allowed: ({ mobility }) =>
    mobility.illness === undefined && ['signed', 'stay-ended', 'repayment-due'].includes(mobility.state),
  multipart: true,

  fields: (
    visit,
    form,
  ) => html`<p>A medical certificate is needed. Only the international office sees it, for this decision. Until it has decided, nothing is calculated or collected.</p>
${asksForDay(visit.mobility) ? lastDayFields(form, 'illness') : ''}${fileField(form, 'illness-file', 'Medical certificate')}${checkbox(
  form,
  {
    name: 'illness-sure',
    label: 'My stay has ended because of this, and I ask to keep the grant.',
  },
)}`,
  buttons: () => html`<div class="buttons"><button class="ds-button">Send the request</button></div>`,

  async act(visit, { values, file }) {
    const fields = new FieldReader(values);
    const lastDay = asksForDay(visit.mobility) ? readLastDay(fields, visit, 'illness') : undefined;
    if (!fields.ticked('illness-sure')) fields.fail('illness-sure', 'Tick the box to say that you ask for this.');
    if (fields.errors.size > 0) return { kind: 'wrong', errors: fields.errors };
    const filed = await fileDocument(visit, 'medical-certificate', file, 'illness-file');
    if (filed.kind === 'failed') return filed.outcome;
    const { deps, link } = visit;
    const result = await deps.perform(deps, link.institution, link.mobility, {
      type: 'claim-illness',
      document: filed.document.id,
      ...(lastDay === undefined ? {} : { lastDay }),
    });
    if (result.outcome === 'refused') return { kind: 'refused', sentence: result.refusal.sentence };
    return { kind: 'done', done: 'ill' };
  },
};

const asksForDay = (mobility: Mobility): boolean => mobility.state === 'signed';

/** “I never left”, or the last day at the host. Nothing is chosen beforehand: an empty day would mean everything back. */
export function lastDayFields(form: FormState, prefix: string): Html {
  return html`${radios(form, {
    name: `${prefix}-left`,
    label: 'Were you at the host?',
    options: [
      { value: 'yes', label: 'Yes; my last day there is below' },
      { value: 'never', label: 'No, I never began the stay' },
    ],
  })}${input(form, {
    name: `${prefix}-day`,
    label: 'Last day at the host',
    type: 'date',
    look: 'short',
    optional: true,
    hint: 'The last day on which you had to be present.',
  })}`;
}

/** The last day, or undefined for “never left”. Look at the reader's errors first. */
export function readLastDay(
  fields: FieldReader,
  { mobility, institution, now }: Visit,
  prefix: string,
): string | undefined {
  const left = fields.choice(`${prefix}-left`, ['yes', 'never'], 'Say whether you were at the host.');
  if (left === 'never' || one(fields.values, `${prefix}-left`) === '') return undefined;
  const name = `${prefix}-day`;
  const day = fields.date(name, 'Give your last day at the host.');
  if (fields.errors.has(name)) return day;
  if (day < mobility.stay.planned.start) {
    fields.fail(name, 'This lies before the stay began. If you never began it, say so above.');
  } else if (day > dateAt(now, institution.timeZone)) {
    fields.fail(name, 'This lies in the future. Report it when you have left.');
  }
  return day;
}

export function fileField(form: FormState, name: string, label: string): Html {
  return input(form, { name, label, hint: limits, type: 'file', accept });
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
  if (!file) return { kind: 'failed', outcome: failed([field, 'Choose a file.']) };
  const { deps, link, now } = visit;
  const upload = checked(file);
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
    return { kind: 'failed', outcome: { kind: 'refused', sentence: result.refusal.sentence } };
  }
  return { kind: 'filed', document };
}

function checked(file: Uint8Array) {
  try {
    return checkedUpload(file);
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
}
