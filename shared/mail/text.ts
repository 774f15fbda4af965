import type { Block, MailContent } from './content.ts';
import { glued } from './format.ts';
import type { Frame } from './html.ts';

/** Columns of a text body: what fits an old screen and a narrow window. */
const WIDTH = 72;

/** The text body: the same parts in the same order as the HTML one. Lines end in LF. */
export function mailText(content: MailContent, frame: Frame): string {
  const { words } = frame;
  const parts: string[] = [
    `${frame.institution}\n${words.grants}`,
    `${content.heading}\n${'='.repeat(Math.min(content.heading.length, WIDTH))}`,
  ];
  if (content.greet !== undefined) parts.push(words.greeting(content.greet));
  for (const block of content.blocks) parts.push(blockText(block, frame));
  if (content.todo !== undefined) {
    const by = content.by === undefined ? '' : `\n${wrap(`${words.by} ${content.by}`)}`;
    parts.push(`${words.whatToDo}\n${wrap(content.todo)}${by}`);
  }
  if (frame.link !== undefined) {
    parts.push(`${content.action ?? words.openLink}:\n${frame.link}\n${wrap(words.linkIsYours)}`);
  }
  parts.push(`-- \n${wrap(words.ask(frame.contact.name, frame.contact.email))}\n${words.reference(frame.reference)}`);
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block, frame: Frame): string {
  const { say, words } = frame;
  switch (block.kind) {
    case 'text':
      return wrap(block.text);
    case 'code':
      return `    ${block.code}`;
    case 'list':
      return [...head(block.title), ...block.items.map((item) => wrap(item, '- ', '  '))].join('\n');
    case 'facts':
      return [...head(block.title), ...block.rows.map(([label, value]) => wrap(value, `${label}: `, '  '))].join('\n');
    case 'amounts': {
      const lines = block.lines.flatMap((line) => [
        columns(line.label, say.money(line.amount)),
        ...(line.working === undefined ? [] : [wrap(line.working, '  ', '  ')]),
        ...(line.source === undefined ? [] : [wrap(`${words.source}: ${line.source}`, '  ', '  ')]),
      ]);
      const total =
        block.total === undefined ? [] : ['-'.repeat(WIDTH), columns(block.total.label, say.money(block.total.amount))];
      const foot = block.footnote === undefined ? [] : [wrap(block.footnote)];
      return [...head(block.title), ...lines, ...total, ...foot].join('\n');
    }
  }
}

const head = (title: string | undefined): string[] => (title === undefined ? [] : [title]);

/** Left and right on one line of the full width; the amount stands right, under the one above it. */
function columns(left: string, right: string): string {
  const gap = WIDTH - left.length - right.length;
  return gap >= 2 ? `${left}${' '.repeat(gap)}${right}` : `${wrap(left)}\n${right.padStart(WIDTH)}`;
}

/** Breaks at spaces so that lines keep to the width; words longer than that stay whole. Amounts keep their currency. */
function wrap(paragraph: string, first = '', rest = ''): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of glued(paragraph).split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${rest}${word}`;
    } else {
      line += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...lines, line].join('\n').replaceAll('\u00a0', ' ');
}
