import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { documentPdf } from '../../shared/documents/pdf/render.ts';
import { documentsIn, kinds, languages } from './cases.ts';

/**
 * What PDF/UA-1 asks of a file and another program can see: checked here at every run, and with veraPDF by hand
 * (shared/documents/README.md).
 */

interface Node {
  readonly role: string;
  readonly children: readonly Node[];
  readonly lang?: string;
}

const roles = (node: Node): readonly string[] => node.children.map(({ role }) => role);
const all = (node: Node): readonly Node[] => [node, ...node.children.flatMap(all)];

function nodeOf(value: unknown): Node | undefined {
  if (typeof value !== 'object' || value === null || !('role' in value)) return undefined;
  const children = 'children' in value && Array.isArray(value.children) ? value.children : [];
  return {
    role: String(value.role),
    children: children.map(nodeOf).filter((child) => child !== undefined),
    ...('lang' in value ? { lang: String(value.lang) } : {}),
  };
}

async function opened(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  const trees = await Promise.all(pages.map(async (page) => nodeOf(await page.getStructTree())));
  const nodes = trees.filter((tree) => tree !== undefined).flatMap(all);
  const texts = await Promise.all(pages.map((page) => page.getTextContent({ includeMarkedContent: true })));
  return { nodes, texts };
}

/** Texts that stand neither in the structure nor in an artifact. */
function unmarked({ items }: Awaited<ReturnType<typeof opened>>['texts'][number]): readonly string[] {
  const within: boolean[] = [];
  const found: string[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') within.pop();
      else within.push(('tag' in item && item.tag === 'Artifact') || ('id' in item && typeof item.id === 'string'));
    } else if (item.str.trim() !== '' && !within.includes(true)) found.push(item.str);
  }
  return found;
}

describe.each(languages.flatMap((language) => kinds.map((kind) => [kind, language] as const)))(
  '%s in %s',
  (kind, language) => {
    const made = async () => {
      const content = (await documentsIn(language)).find((each) => each.kind === kind);
      if (!content) throw new Error(`The case has issued no ${kind}.`);
      return { content, bytes: await documentPdf(content, 'nhh/X/000001-0') };
    };

    test('every text is part of the structure, or marked as none of it', async () => {
      const { texts } = await opened((await made()).bytes);
      expect(texts.flatMap(unmarked)).toEqual([]);
    });

    test('one title, then headings in order', async () => {
      const { content, bytes } = await made();
      const headings = (await opened(bytes)).nodes.map(({ role }) => role).filter((role) => /^H\d$/.test(role));
      expect(headings).toEqual(['H1', ...content.sections.map(() => 'H2')]);
    });

    test('tables have a head, and every row begins with the cell that heads it', async () => {
      const { nodes } = await opened((await made()).bytes);
      const tables = nodes.filter(({ role }) => role === 'Table');
      for (const table of tables) expect(roles(table).filter((role) => role !== 'Caption')).toEqual(['THead', 'TBody']);
      const rows = (part: string) => nodes.filter(({ role }) => role === part).flatMap(({ children }) => children);
      for (const row of rows('THead')) expect(roles(row)).toEqual(['TH', 'TH', 'TH']);
      for (const row of rows('TBody')) expect(roles(row)).toEqual(['TH', 'TD', 'TD']);
      expect(tables.length).toBeGreaterThan(0);
    });

    test('items of lists have a label and a body', async () => {
      const { nodes } = await opened((await made()).bytes);
      for (const list of nodes.filter(({ role }) => role === 'L'))
        expect(new Set(roles(list))).toEqual(new Set(['LI']));
      for (const item of nodes.filter(({ role }) => role === 'LI')) expect(roles(item)).toEqual(['Lbl', 'LBody']);
    });

    test('the file says what it follows, in which language and under which title', async () => {
      const { bytes } = await made();
      const file = Buffer.from(bytes).toString('latin1');
      for (const mark of [
        '<pdfuaid:part>1</pdfuaid:part>',
        `/Lang (${language})`,
        '/DisplayDocTitle true',
        '<dc:title>',
      ])
        expect(file).toContain(mark);
      expect(file).toMatch(/\/Tabs \/S/);
      // Neither half a list of letters (7.21.4.2) nor a font that is not in the file (7.21.4.1).
      expect(file).not.toContain('/CIDSet');
      expect(file.match(/\/FontFile2/g)?.length).toBe(file.match(/\/Type \/FontDescriptor/g)?.length);
    });
  },
);
