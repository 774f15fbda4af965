import type { InboundBody } from './inbound-parse.ts';

/** The words that a person has written, without what they quote of ours and without anything that works as a key. */
export interface OwnWords {
  readonly text: string;
  /** There was more than is kept. */
  readonly cut: boolean;
}

/**
 * The writer's own words of a mail, as plain text of at most so many characters. When nothing is left without the quoted
 * part, the whole is kept: losing words would be worse. Links and answer addresses of ours in it are made useless,
 * since a quoted mail holds its reader's keys.
 */
export function withoutQuote({ text, html }: Pick<InboundBody, 'text' | 'html'>, characters: number): OwnWords {
  const plain = tidy(text.trim() === '' ? htmlText(html) : text);
  const own = ownLines(plain.split('\n')).join('\n').trim();
  const kept = withoutKeys(own === '' ? plain.trim() : own).replaceAll(/\n{3,}/g, '\n\n');
  return { text: [...kept].slice(0, characters).join(''), cut: [...kept].length > characters };
}

/** No control characters but line ends, and none that turn the direction of the writing. */
function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\t\u00a0]/g, ' ')
    .replaceAll(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]/gu, '');
}

const ofQuote = /^\s*>/;
/** `On 3 November … wrote:` in the languages of those who write to us; it may run over two lines. */
const attribution = /(wrote|skrev|skreiv|schreef|schrieb|écrit|escribió|escreveu|ha scritto|napisał\(?a?\)?)\s?:\s*$/iu;
const divider =
  /^\s*(-{2,}\s*(original message|forwarded message|opprinnelig melding|opphavleg melding|videresendt melding|oorspronkelijk bericht|doorgestuurd bericht|ursprüngliche nachricht|message d'origine)\s*-{2,}|_{20,})\s*$/iu;
const headFrom = /^\s*\*?(from|fra|frå|van|von|de|från)\s?:\*?\s+\S/iu;
const headRest = /^\s*\*?(sent|sendt|verzonden|gesendet|envoyé|skickat|date|dato|datum|to|til|aan|an|à)\s?:\*?\s+\S/iu;

function ownLines(lines: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (const [n, line] of lines.entries()) {
    if (divider.test(line)) break;
    if (headFrom.test(line) && lines.slice(n + 1, n + 4).some((next) => headRest.test(next))) break;
    if (!ofQuote.test(line)) own.push(line);
    else if (n === 0 || !ofQuote.test(lines[n - 1] ?? '')) dropAttribution(own);
  }
  return own;
}

/** Takes away the line, or two lines, that introduce a quotation which begins now. */
function dropAttribution(own: string[]): void {
  const end = own.findLastIndex((line) => line.trim() !== '');
  if (end < 0 || !attribution.test(own[end] ?? '')) return;
  // A long one is broken: its beginning is a line of its own directly above.
  const before = own[end - 1] ?? '';
  const broken = /^\s*(on|den|op|am|le|el)\s/iu.test(before) && !/^\s*(on|den|op|am|le|el)\s/iu.test(own[end] ?? '');
  own.length = broken ? end - 1 : end;
}

/** The secret of a page's link, and an address for answers (links.ts, reply-address.ts); also inside another link. */
function withoutKeys(text: string): string {
  return text
    .replaceAll(/(\/|%2f)l(\/|%2f)[A-Za-z0-9_.%~-]{20,}/gi, '$1l$2…')
    .replaceAll(/reply(\+|%2b)[a-z0-9-]{20,}/gi, 'reply+…');
}

/** Where mail programs begin to quote in HTML. */
const htmlQuote =
  /<blockquote\b|<[a-z]+ [^>]{0,200}(class="?(gmail_quote|moz-cite-prefix|yahoo_quoted)|id="?(divRplyFwdMsg|appendonsend|x_divRplyFwdMsg))/i;

/** The text of a mail that was written in HTML only. Nothing of it is ever shown as HTML. */
function htmlText(html: string): string {
  const quote = htmlQuote.exec(html)?.index ?? -1;
  const own = plainOf(quote > 0 ? html.slice(0, quote) : html);
  return own.trim() === '' ? plainOf(html) : own;
}

const unseen = ['head', 'style', 'script', 'title'];
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Tags go, blocks become lines. One pass from the left, so that no input makes it slow. */
function plainOf(html: string): string {
  let text = '';
  let hidden: string | undefined;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    if (hidden === undefined) text += html.slice(at, open < 0 ? html.length : open).replaceAll(/\s+/g, ' ');
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) break;
    const [, end = '', name = ''] = /^<(\/?)([a-z0-9]+)/i.exec(html.slice(open, open + 20)) ?? [];
    const tag = name.toLowerCase();
    if (hidden === tag && end === '/') hidden = undefined;
    else if (hidden === undefined && end === '' && unseen.includes(tag)) hidden = tag;
    else if (hidden === undefined && tag === 'br') text += '\n';
    else if (hidden === undefined && /^(p|div|li|tr|h[1-6])$/.test(tag) && !text.endsWith('\n')) text += '\n';
    at = close + 1;
  }
  return text.replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,5});/gi, (whole, name: string) => entity(name) ?? whole);
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}
