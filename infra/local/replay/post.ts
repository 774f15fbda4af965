import PostalMime, { type Email } from 'postal-mime';
import type { Instant } from '../../../shared/calendar/clock.ts';
import { parseHead } from '../mail/mailbox.ts';

/** A mail as its reader takes it in: which it is, of which case, with its link or code. */
export interface Post {
  readonly at: Instant;
  readonly to: string;
  readonly notice: string;
  readonly mobility: string;
  readonly link?: string;
  readonly code?: string;
}

/** Which mail it is and of which case, without reading on. */
export async function readHeader(raw: Buffer): Promise<Pick<Post, 'notice' | 'mobility'>> {
  return about(await parseHead(raw));
}

function about({ headers }: Email): Pick<Post, 'notice' | 'mobility'> {
  const header = (name: string) => headers.find((each) => each.key === name)?.value ?? '';
  return { notice: header('x-wayfare-notice'), mobility: header('x-wayfare-case') };
}

/** Reads one mail. */
export async function readPost(raw: Uint8Array, at: Instant): Promise<Post> {
  const mail = await PostalMime.parse(raw);
  const { notice, mobility } = about(mail);
  const text = mail.text ?? '';
  const link = /https?:\/\/\S+\/l\/\S+/.exec(text)?.[0];
  const code = notice === 'code' ? /\b\d{6}\b/.exec(text)?.[0] : undefined;
  return {
    at,
    to: (mail.to?.[0]?.address ?? '').toLowerCase(),
    notice,
    mobility,
    ...(link ? { link } : {}),
    ...(code ? { code } : {}),
  };
}
