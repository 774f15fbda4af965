/** Mails as people and machines send them, for the tests of what comes in. */

export const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\nConfirmation of stay', 'latin1');
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46]);
export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]);

const usual = {
  From: 'Anna <anna@student.example>',
  Subject: 'Re: Your grant',
  'Content-Type': 'text/plain; charset=utf-8',
};

/** A mail with these headers beside or instead of the usual ones; an empty one is left out. */
export function mail(headers: Readonly<Record<string, string>>, text = 'I came home early on 3 November.'): Buffer {
  const lines = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== '');
  return Buffer.from(`${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}\r\n`);
}

export interface Attached {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** A mail with files. */
export function attached(
  text: string,
  files: readonly Attached[],
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const parts = files.map(
    ({ name, type, content }) =>
      `--part\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${(
        Buffer.from(content)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\r\n')}\r\n`,
  );
  return mail(
    { ...headers, 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=part' },
    `--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n${parts.join('')}--part--`,
  );
}
