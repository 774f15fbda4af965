import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { MAIL_BYTES } from '../../../shared/mail/inbound-parse.ts';
import type { Postbox } from './postbox.ts';

export interface SmtpOptions {
  readonly postbox: Postbox;
  readonly report: (line: string) => void;
  /** Called when a mail has been taken. */
  readonly taken: () => void;
}

/** The SMTP port of this machine: whoever has a mail program can answer the mails of the mailbox. Loopback only, no login. */
export class SmtpPort {
  private readonly server: SMTPServer;

  constructor({ postbox, report, taken }: SmtpOptions) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      hideSTARTTLS: true,
      size: 2 * MAIL_BYTES,
      banner: 'Wayfare, for answers to its mails',
      onRcptTo({ address }, _session, done) {
        if (postbox.takes(address)) return done();
        done(refusal(550, `Only answers to mails of Wayfare are taken here, at ${postbox.domain}.`));
      },
      onData(stream, { envelope }, done) {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        buffer(stream)
          .then((raw) => {
            if (stream.sizeExceeded) throw refusal(552, 'This mail is too large.');
            return postbox.accept(raw, { from, to });
          })
          .then(
            (id) => {
              taken();
              done(null, `Taken as ${id}`);
            },
            (error: Error) => done(error),
          );
      },
    });
    this.server.on('error', (error: Error) => report(`SMTP: ${error.message}`));
  }

  /** @param port 0 for any free one @returns the port; undefined when another program has it, which is no reason to stop */
  async listen(port: number): Promise<number | undefined> {
    return new Promise((listening) => {
      const { server } = this.server;
      server.once('error', () => listening(undefined));
      server.listen(port, '127.0.0.1', () => listening((server.address() as AddressInfo).port));
    });
  }

  async close(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
