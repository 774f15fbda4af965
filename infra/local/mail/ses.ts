import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { element } from '../s3/xml.ts';
import type { Mailbox } from './mailbox.ts';

/** Largest mail that SES takes through this operation, in bytes. */
const LARGEST = 10 * 1024 * 1024;
const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** SES v1 over its wire protocol (query): SendRawEmail into the mailbox; every other action is refused by name. */
export class SesServer {
  private readonly mailbox: Mailbox;

  constructor(mailbox: Mailbox) {
    this.mailbox = mailbox;
  }

  /** Answers one request. */
  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams((await buffer(incoming)).toString('utf8'));
    const action = form.get('Action');
    if (action !== 'SendRawEmail') {
      return refuse(
        response,
        'InvalidAction',
        `${action ?? 'A request without action'} is not implemented by the local SES.`,
      );
    }
    const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
    if (raw.length === 0) return refuse(response, 'InvalidParameterValue', 'The message is empty.');
    if (raw.length > LARGEST) return refuse(response, 'InvalidParameterValue', 'The message is larger than 10 MB.');
    const destinations = [...form]
      .filter(([name]) => name.startsWith('Destinations.member.'))
      .map(([, value]) => value);
    const id = await this.mailbox.accept(raw, destinations, form.get('Source') ?? undefined, tagsOf(form));
    send(
      response,
      200,
      `<SendRawEmailResponse xmlns="${NAMESPACE}"><SendRawEmailResult>${element('MessageId', id)}</SendRawEmailResult><ResponseMetadata>${element('RequestId', randomUUID())}</ResponseMetadata></SendRawEmailResponse>`,
    );
  }
}

/** `Tags.member.1.Name=…&Tags.member.1.Value=…` */
function tagsOf(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let n = 1; form.has(`Tags.member.${n}.Name`); n += 1) {
    tags[form.get(`Tags.member.${n}.Name`) ?? ''] = form.get(`Tags.member.${n}.Value`) ?? '';
  }
  return tags;
}

function refuse(response: ServerResponse, code: string, message: string): void {
  const error = `<Error>${element('Type', 'Sender')}${element('Code', code)}${element('Message', message)}</Error>`;
  send(
    response,
    400,
    `<ErrorResponse xmlns="${NAMESPACE}">${error}${element('RequestId', randomUUID())}</ErrorResponse>`,
  );
}

function send(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}
