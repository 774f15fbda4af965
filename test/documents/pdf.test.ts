import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { DocumentContent } from '../../shared/documents/content.ts';
import { fontNames } from '../../shared/documents/pdf/fonts.ts';
import { documentPdf } from '../../shared/documents/pdf/render.ts';
import { formatForPeople } from '../../shared/money/money.ts';
import { documentsIn, kinds, languages, textsOf } from './cases.ts';

/** What another program reads out of a file: text without spaces, tags in order, the head. */
async function readBack(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const text = contents.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join('')).join('');
  const trees = await Promise.all(pages.map((page) => page.getStructTree()));
  const { info } = await pdf.getMetadata();
  return {
    pages: pdf.numPages,
    text: text.replaceAll(/\s/g, ''),
    tags: trees.flatMap(rolesIn),
    marked: await pdf.getMarkInfo(),
    info: info as Readonly<Record<string, unknown>>,
  };
}

function rolesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null || !('role' in node)) return [];
  const children = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [String(node.role), ...children.flatMap(rolesIn)];
}

const moneyOf = (value: unknown, language: string): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('minor' in value && 'currency' in value) {
    return [formatForPeople({ minor: Number(value.minor), currency: String(value.currency) }, language)];
  }
  return Object.values(value).flatMap((each) => moneyOf(each, language));
};

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

async function one(kind: DocumentContent['kind'], language: DocumentContent['language'] = 'en') {
  const content = (await documentsIn(language)).find((each) => each.kind === kind);
  if (!content) throw new Error(`The case has issued no ${kind}.`);
  return content;
}

describe.each(languages.flatMap((language) => kinds.map((kind) => [kind, language] as const)))(
  '%s in %s',
  (kind, language) => {
    test('every word, amount and working of its content can be read out of the file', async () => {
      const content = await one(kind, language);
      const { text } = await readBack(await documentPdf(content, 'nhh/X/000001-0'));
      const { sections, lead, title, to, head, letterhead } = content;
      const words = textsOf([
        sections.map(({ heading, blocks }) => [heading, blocks.map(printed)]),
        lead,
        title,
        to,
        head,
        letterhead,
      ]);
      for (const word of [...words, ...moneyOf(sections, language)]) expect(text).toContain(squeezed(word));
    });

    test('it says what it is: language, title, tags, date of the decision', async () => {
      const content = await one(kind, language);
      const { info, tags, marked } = await readBack(await documentPdf(content, 'nhh/X/000001-0'));
      expect(info).toMatchObject({
        Title: content.title,
        Language: language,
        Author: 'NHH Norwegian School of Economics',
      });
      expect(info.CreationDate).toBe(`D:${content.issuedAt.replaceAll(/[-:T]/g, '').slice(0, 14)}Z`);
      expect(marked?.Marked).toBe(true);
      for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'Table', 'THead', 'TBody', 'TH', 'TD'])
        expect(tags).toContain(tag);
      expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
    });
  },
);

/** Titles of tables and names of kinds are not always printed. */
function printed(block: DocumentContent['sections'][number]['blocks'][number]): unknown {
  if (block.kind !== 'amounts')
    return block.kind === 'text'
      ? block.text
      : 'rows' in block
        ? block.rows
        : block.items.map(({ language: _, ...item }) => item.text);
  return [block.rows, block.total, block.footnote ?? ''].filter((part) => part !== '');
}

test('the same document made twice is the same file, byte for byte; another id makes another', async () => {
  const content = await one('settlement-statement', 'nb');
  const first = await documentPdf(content, 'nhh/X/000001-0');
  expect(Buffer.from(await documentPdf(content, 'nhh/X/000001-0')).equals(first)).toBe(true);
  expect(Buffer.from(await documentPdf(content, 'nhh/X/000002-0')).equals(first)).toBe(false);
});

test('what was printed before makes no difference', async () => {
  const content = await one('payment-advice');
  const first = await documentPdf(content, 'nhh/X/000001-0');
  await documentPdf({ ...content, to: 'Δ∆ Ω\u2126 µμ fi \u00a0\u2011-' }, 'nhh/X/000002-0');
  expect(Buffer.from(await documentPdf(content, 'nhh/X/000001-0')).equals(first)).toBe(true);
});

test('header cells say what they head, and each page its number', async () => {
  const content = await one('agreement');
  const bytes = Buffer.from(await documentPdf(content, 'nhh/X/000001-0'));
  const file = bytes.toString('latin1');
  expect(file.match(/\/Scope \/Column/g)?.length).toBe(6);
  expect(file.match(/\/Scope \/Row/g)?.length).toBeGreaterThan(3);
  expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(file).toContain('/DisplayDocTitle true');
  expect(file).toContain('/StructTreeRoot');
  const { pages, text } = await readBack(bytes);
  for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Page${page}of${pages}`);
});

test('fonts are embedded, and no letter is a box', async () => {
  const content = { ...(await one('payment-advice', 'nb')), to: 'Łukasz Ćwięk Ønskje Ζωή Ткаченко −€’•' };
  const bytes = await documentPdf(content, 'nhh/X/000001-0');
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/FontFile2/g)?.length,
  ).toBe(fontNames.length);
  expect((await readBack(bytes)).text).toContain(squeezed(content.to));
});

test('a table that does not fit turns the page and repeats its head for the eye only', async () => {
  const content = await one('settlement-statement');
  const [section] = content.sections.slice(1);
  const [table] = section?.blocks ?? [];
  if (table?.kind !== 'amounts') throw new Error('The second section is the entitlement.');
  const rows = Array.from({ length: 40 }, () => table.rows).flat();
  const long: DocumentContent = { ...content, sections: [{ heading: 'Long', blocks: [{ ...table, rows }] }] };
  const bytes = await documentPdf(long, 'nhh/X/000001-0');
  const { pages, text } = await readBack(bytes);
  expect(pages).toBeGreaterThan(2);
  expect(text.split('Howitisworkedout').length - 1).toBe(pages);
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/S \/TH\b/g),
  ).toHaveLength(3 + rows.length + 1);
});

test.each(['A & B <University>', 'Høgskulen på Øya “Nord”'])(
  'the name %s leaves the file readable',
  async (institution) => {
    const content = await one('payment-advice');
    const named = { ...content, letterhead: { ...content.letterhead, institution } };
    const { text } = await readBack(await documentPdf(named, 'nhh/X/000001-0'));
    expect(text).toContain(squeezed(institution));
  },
);
