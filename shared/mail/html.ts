import { html, raw } from 'hono/html';
import type { Say } from '../language/say.ts';
import type { Block, MailContent } from './content.ts';
import { glued } from './format.ts';
import type { MailWords } from './language.ts';

/** A piece of escaped HTML, as `html` of hono makes it. */
export type Html = ReturnType<typeof html>;

/** What every mail has around its content. */
export interface Frame {
  readonly language: string;
  readonly words: MailWords['common'];
  readonly say: Say;
  readonly institution: string;
  /** Address of the one link. */
  readonly link?: string;
  readonly contact: { readonly name: string; readonly email: string };
  /** The case's id. */
  readonly reference: string;
}

const font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";
const ink = 'color:#1c2b36';
const quiet = 'color:#4a5a66';
const cell = `padding:6px 0;vertical-align:top;border-bottom:1px solid #dde3e8`;

/**
 * The HTML body: one column, styles in the elements (mail readers drop style sheets), no picture, nothing loaded from
 * anywhere, so that opening it tells nobody.
 */
export async function mailHtml(content: MailContent, frame: Frame): Promise<string> {
  const page = html`<!doctype html>
<html lang="${frame.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${content.subject}</title></head>
<body style="margin:0;padding:0;background:#f2f5f7;${font};${ink};font-size:16px;line-height:1.5">
${content.blocks.slice(0, 1).map(preview)}<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 12px;font-size:14px;${quiet}"><strong style="${ink}">${frame.institution}</strong><br>${frame.words.grants}</p>
<div style="background:#ffffff;border:1px solid #dde3e8;border-radius:6px;padding:24px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${glued(content.heading)}</h1>
${content.greet === undefined ? '' : html`<p style="margin:0 0 12px">${frame.words.greeting(content.greet)}</p>`}
${content.blocks.map((block) => blockHtml(block, frame))}
${content.todo === undefined ? '' : todo(content.todo, content.by, frame)}
${frame.link === undefined ? '' : action(content.action ?? frame.words.openLink, frame.link, frame)}
</div>
<p style="margin:16px 0 0;font-size:14px;${quiet}">${frame.words.ask(frame.contact.name, frame.contact.email)}<br>${frame.words.reference(frame.reference)}</p>
</div>
</body>
</html>
`;
  return String(await page);
}

/** What a mailbox shows beside the subject: what happened, instead of the name that the sender has already given. */
function preview(first: Block): Html {
  if (first.kind !== 'text') return raw('');
  return html`<div aria-hidden="true" style="display:none;max-height:0;overflow:hidden">${first.text}</div>
`;
}

function todo(what: string, by: string | undefined, frame: Frame): Html {
  return html`<p style="margin:16px 0 0;padding:12px 16px;background:#eef4f8;border-left:4px solid #0b5c8a"><strong>${frame.words.whatToDo}</strong><br>${glued(what)}${
    by === undefined ? '' : html`<br><strong>${frame.words.by} ${by}</strong>`
  }</p>`;
}

function action(label: string, link: string, frame: Frame): Html {
  return html`<p style="margin:20px 0 0"><a href="${link}" style="display:inline-block;padding:12px 20px;background:#0b5c8a;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:600">${label}</a></p>
<p style="margin:12px 0 0;font-size:13px;${quiet}"><span style="word-break:break-all">${link}</span><br>${frame.words.linkIsYours}</p>`;
}

function blockHtml(block: Block, frame: Frame): Html {
  const { say, words } = frame;
  switch (block.kind) {
    case 'text':
      return html`<p style="margin:0 0 12px">${glued(block.text)}</p>`;
    case 'code':
      return html`<p style="margin:16px 0;font-size:32px;letter-spacing:6px;font-weight:700">${block.code}</p>`;
    case 'list':
      return html`${title(block.title)}<ul style="margin:0 0 12px;padding-left:20px">${block.items.map(
        (item) => html`<li style="margin:0 0 4px">${glued(item)}</li>`,
      )}</ul>`;
    case 'facts':
      return html`${title(block.title)}<table role="presentation" style="width:100%;border-collapse:collapse;margin:0 0 16px">${block.rows.map(
        ([label, value]) =>
          html`<tr><td style="${cell};${quiet};width:40%;padding-right:12px">${label}</td><td style="${cell}">${glued(value)}</td></tr>`,
      )}</table>`;
    case 'amounts':
      return html`${title(block.title)}<table style="width:100%;border-collapse:collapse;margin:0 0 16px">${block.lines.map(
        (line) =>
          html`<tr><td style="${cell};padding-right:12px">${line.label}${small(line.working)}${
            line.source === undefined ? '' : small(`${words.source}: ${line.source}`)
          }</td><td style="${cell};text-align:right;white-space:nowrap">${say.money(line.amount)}</td></tr>`,
      )}${
        block.total === undefined
          ? ''
          : html`<tr><td style="padding:8px 12px 0 0"><strong>${block.total.label}</strong></td><td style="padding:8px 0 0;text-align:right;white-space:nowrap"><strong>${say.money(block.total.amount)}</strong></td></tr>`
      }</table>${block.footnote === undefined ? '' : html`<p style="margin:-8px 0 16px;font-size:13px;${quiet}">${block.footnote}</p>`}`;
  }
}

function title(words: string | undefined): Html {
  return words === undefined ? raw('') : html`<h2 style="margin:16px 0 4px;font-size:16px">${words}</h2>`;
}

function small(words: string | undefined): Html {
  return words === undefined ? raw('') : html`<br><span style="font-size:13px;${quiet}">${glued(words)}</span>`;
}
