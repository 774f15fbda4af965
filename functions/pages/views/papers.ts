import type {
  AmountRow,
  DocumentBlock,
  DocumentContent,
  FactRow,
  ListItem,
  Section,
} from '../../../shared/documents/content.ts';
import { glued } from '../../../shared/mail/format.ts';
import { formatForPeople, type Money } from '../../../shared/money/money.ts';
import { here, type Visit } from '../context.ts';
import type { Paper } from '../papers.ts';
import { type Html, html, raw } from './layout.ts';
import { factList } from './money.ts';

/** What the participant can download, on the status page. */
export function papersCard(visit: Visit, papers: readonly Paper[]): Html {
  if (papers.length === 0) return raw('');
  return html`<section class="ds-card" aria-labelledby="papers"><h2 class="ds-heading" data-size="xs" id="papers">${visit.words.status.papers.title}</h2><ul class="ds-list">${papers.map(
    ({ id, content, file }) =>
      file
        ? html`<li><a class="ds-link" href="${here(visit)}/papers/${id}"${language(content)}>${content.title}</a> <span class="quiet">(PDF, ${visit.say.date(content.issuedAt)})</span></li>`
        : html`<li><span${language(content)}>${content.title}</span> <span class="quiet">(${visit.say.date(content.issuedAt)}; ${visit.words.status.papers.beingMade})</span></li>`,
  )}</ul></section>`;
}

/** The sections of a document as cards of a page: the same words as in the file. */
export function sectionCards(content: DocumentContent): Html {
  return html`<div${language(content)}>${content.sections.map(
    (section) =>
      html`<div class="ds-card"><h2 class="ds-heading" data-size="xs">${section.heading}</h2>${blocks(section, content)}</div>`,
  )}</div>`;
}

const language = (content: DocumentContent) => (content.language === 'en' ? '' : raw(` lang="${content.language}"`));

function blocks(section: Section, content: DocumentContent): Html {
  return html`${section.blocks.map((block) => blockOf(block, content))}`;
}

function blockOf(block: DocumentBlock, content: DocumentContent): Html {
  switch (block.kind) {
    case 'text':
      return html`<p class="quiet">${block.text}</p>`;
    case 'facts':
      return factList(block.rows.map(([label, value]): FactRow => [label, glued(value)]));
    case 'amounts':
      return amounts(block, content);
    case 'list':
      return list(block.items, content);
  }
}

function amounts(block: Extract<DocumentBlock, { readonly kind: 'amounts' }>, content: DocumentContent): Html {
  const { columns, sourceWord } = content;
  const money = (amount: Money, local?: Money) =>
    html`${formatForPeople(amount, content.language)}${local === undefined ? '' : html`<span class="working">${formatForPeople(local, content.language)}</span>`}`;
  const row = ({ label, working, source, amount, local }: AmountRow) =>
    html`<tr><td>${label}${working === undefined ? '' : html`<span class="working">${glued(working)}</span>`}${
      source === undefined ? '' : html`<span class="working">${sourceWord}: ${source}</span>`
    }</td><td class="money">${money(amount, local)}</td></tr>`;
  const { label, amount, local } = block.total;
  return html`<table class="ds-table"><caption>${block.title}</caption><thead class="ds-sr-only"><tr><th scope="col">${columns.what}</th><th scope="col">${columns.amount}</th></tr></thead><tbody>${block.rows.map(row)}</tbody><tfoot><tr><th scope="row">${label}</th><td class="money">${money(amount, local)}</td></tr>${
    block.footnote === undefined ? '' : html`<tr><td colspan="2" class="quiet">${block.footnote}</td></tr>`
  }</tfoot></table>`;
}

function list(items: readonly ListItem[], content: DocumentContent): Html {
  return html`<ul class="ds-list">${items.map(
    ({ text, source, items: beneath }) =>
      html`<li>${text}${source === undefined ? '' : html` <span class="quiet">(${source})</span>`}${beneath ? list(beneath, content) : ''}</li>`,
  )}</ul>`;
}
