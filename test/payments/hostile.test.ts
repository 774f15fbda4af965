import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readBankFile } from '../../shared/payments/read.ts';
import { xmlBounds } from '../../shared/payments/tree.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const namespace = 'urn:iso:std:iso:20022:tech:xsd:camt.054.001.08';
const good = readFileSync(new URL('samples/sample-camt.054.001.08.xml', import.meta.url));

/** The sentence that refuses the bytes; empty when they were read. */
function refusal(bytes: Uint8Array): string {
  const read = readBankFile(bytes);
  return read.ok ? '' : read.sentence;
}

function utf16(text: string): Uint8Array {
  const bytes = [...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]);
  return Uint8Array.from([0xff, 0xfe, ...bytes]);
}

const billionLaughs = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY e "&c;&c;&c;&c;&c;&c;&c;&c;">]><d>&e;</d>`;

describe('a hostile or broken file is refused with a sentence', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing at all', utf8(''), /cut off|empty/],
    ['only space', utf8(' \n '), /cut off|empty/],
    ['no XML', utf8('Dear customer'), /not well-formed/],
    ['another document', utf8('<html/>'), /no ISO 20022 bank file/],
    ['another namespace', utf8('<Document xmlns="urn:x"/>'), /no ISO 20022 bank file/],
    [
      'another message',
      utf8('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.02"/>'),
      /camt.052.001.02 are not read here.*camt.054/,
    ],
    ['another root', utf8(`<Other xmlns="${namespace}"/>`), /Ask the bank/],
    ['an empty message', utf8(`<Document xmlns="${namespace}"/>`), /no message id/],
    ['an entity bomb', utf8(billionLaughs), /document type declaration/],
    ['a document type alone', utf8(`<!DOCTYPE Document><Document xmlns="${namespace}"/>`), /document type declaration/],
    [
      'an outside entity',
      utf8('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
      /document type declaration/,
    ],
    ['an undefined entity', utf8(`<Document xmlns="${namespace}">&x;</Document>`), /not well-formed/],
    ['deep nesting', utf8('<a>'.repeat(100_000)), /deeper than 40/],
    ['too many elements', utf8(`<a>${'<b/>'.repeat(xmlBounds.kept)}</a>`), /more than 500000 facts.*split/],
    [
      'too many elements that nobody needs',
      utf8(`<a><Chrgs>${'<b/>'.repeat(xmlBounds.elements)}</Chrgs></a>`),
      /more than 2000000 elements.*split/,
    ],
    [
      'a million attributes',
      utf8(`<a ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}="" `).join('')}/>`),
      /more than 20 attributes/,
    ],
    ['an attribute without end', utf8(`<a b="${'x'.repeat(5_000_000)}"/>`), /very long/],
    ['white space in a million pieces', utf8(`<a>${' <!---->'.repeat(1_000_000)}`), /cut off/],
    ['a text in a million pieces', utf8(`<a>x${' <!---->'.repeat(1_000_000)}</a>`), /longer than 4000/],
    ['a name without end', utf8(`<${'x'.repeat(5_000_000)}`), /cut off/],
    [
      'UTF-8 declared, Latin-1 written',
      Uint8Array.from([...utf8('<?xml version="1.0" encoding="UTF-8"?><a>Bj'), 0xf8, ...utf8('rg</a>')]),
      /not UTF-8/,
    ],
    ['UTF-8 cut in the middle of a letter', Uint8Array.from([...utf8('<a>'), 0xc3]), /not UTF-8|cut off/],
    ['a text without end', utf8(`<a>${'x'.repeat(1_000_000)}</a>`), /longer than 4000 characters/],
    ['more bytes than any bank sends', new Uint8Array(xmlBounds.bytes + 1).fill(0x20), /larger than 60 MB/],
    ['UTF-16', utf16('<?xml version="1.0" encoding="UTF-16"?><a/>'), /UTF-16 or UTF-32/],
    ['UTF-32', Uint8Array.from([0, 0, 0, 0x3c]), /UTF-16 or UTF-32/],
    ['Latin 1 said', utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a/>'), /another encoding than UTF-8/],
    ['Latin 1 not said', Uint8Array.from([...utf8('<a>'), 0xe5, ...utf8('</a>')]), /not UTF-8/],
    ['XML 1.1', utf8('<?xml version="1.1"?><a/>'), /not XML 1.0|not well-formed/],
    ['two roots', utf8(`<a xmlns="${namespace}"/><b/>`), /not well-formed/],
    ['an attribute twice', utf8('<a b="1" b="2"/>'), /not well-formed/],
    ['an unbound prefix', utf8('<x:a/>'), /not well-formed/],
    ['a null character', utf8('<a>\u0000</a>'), /not well-formed/],
  ])('%s', (_, bytes, sentence) => {
    expect(refusal(bytes)).toMatch(sentence);
  });

  it('wherever a good file is cut off', () => {
    const end = good.length - '</Document>'.length;
    for (let at = 0; at < end; at += 97) expect(refusal(good.subarray(0, at))).not.toBe('');
  });

  it('is never anything but an answer, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(refusal(bytes)).not.toBe('');
      }),
    );
  });

  it('is never anything but an answer, however a good file is damaged', () => {
    const text = good.toString('utf8');
    const piece = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '</Ntry>',
      '<Ntry>',
      '<TxDtls>',
      '\u0000',
      '-1',
      '',
      'DBIT',
      '<Sts/>',
      'x'.repeat(40),
    );
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(60), piece, (at, cut, put) => {
        const read = readBankFile(utf8(text.slice(0, at) + put + text.slice(at + cut)));
        if (!read.ok) expect(read.sentence).toMatch(/^[A-Z"].*\.$/s);
        else if (read.file.kind === 'bookings')
          for (const { amount } of read.file.bookings) expect(Number.isSafeInteger(amount.minor)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a good file may carry', () => {
  it('is a byte order mark, another prefix, comments and instructions', () => {
    const text = `\ufeff<?xml version="1.0" encoding="utf-8"?><?note x?><!-- by the bank --><n:Document xmlns:n="${namespace}"><n:BkToCstmrDbtCdtNtfctn>
      <n:GrpHdr><n:MsgId>N1</n:MsgId></n:GrpHdr><n:Ntfctn><n:Acct><n:Id><n:Othr><n:Id>12345678903</n:Id></n:Othr></n:Id></n:Acct></n:Ntfctn>
      </n:BkToCstmrDbtCdtNtfctn></n:Document>`;
    expect(readBankFile(utf8(text))).toEqual({
      ok: true,
      file: { kind: 'bookings', source: 'notification', messageId: 'N1', account: '12345678903', bookings: [] },
    });
  });

  it('is ten thousand bookings', () => {
    const entry = (n: number) =>
      `<Ntry><Amt Ccy="NOK">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2025-08-19</Dt></BookgDt><AcctSvcrRef>R${n}</AcctSvcrRef></Ntry>`;
    const entries = Array.from({ length: 10_000 }, (_, n) => entry(n)).join('');
    const text = `<Document xmlns="${namespace}"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N1</MsgId></GrpHdr><Ntfctn><Acct><Id><IBAN>NO7112345678903</IBAN></Id></Acct>${entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
    const read = readBankFile(utf8(text));
    expect(read.ok && read.file.kind === 'bookings' ? read.file.bookings.length : 0).toBe(10_000);
  });
});
