import PostalMime from 'postal-mime';
import type { Instant } from '../../../shared/calendar/clock.ts';

/** A mail as its reader takes it in: which it is, of which case, with its link or code. */
export interface Post {
  readonly at: Instant;
  readonly to: string;
  readonly notice: string;
  readonly mobility: string;
  readonly link?: string;
  readonly code?: string;
}

/** Reads one mail. */
export async function readPost(raw: Uint8Array, at: Instant): Promise<Post> {
  const mail = await PostalMime.parse(raw);
  const header = (name: string) => mail.headers.find((each) => each.key === name)?.value ?? '';
  const text = mail.text ?? '';
  const link = /https?:\/\/\S+\/l\/\S+/.exec(text)?.[0];
  const notice = header('x-wayfare-notice');
  const code = notice === 'code' ? /\b\d{6}\b/.exec(text)?.[0] : undefined;
  return {
    at,
    to: (mail.to?.[0]?.address ?? '').toLowerCase(),
    notice,
    mobility: header('x-wayfare-case'),
    ...(link ? { link } : {}),
    ...(code ? { code } : {}),
  };
}
