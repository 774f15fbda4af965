import type { Institution } from '../../../shared/rulebook/types.ts';
import type { Checked, CheckedList } from '../nominations/list.ts';
import { columns } from '../nominations/read.ts';
import type { Reader } from '../reader.ts';
import { type FormState, hiddenField, input } from './fields.ts';
import { type Html, html, raw } from './layout.ts';

/** The form for a list, with what its columns are. */
export function listForm(reader: Reader, institution: Institution, path: string, form: FormState): Html {
  const { nominate: w } = reader.words;
  return html`<form class="ds-card" method="post" action="${path}" enctype="multipart/form-data" novalidate><p>${w.how}</p><p><code>${columns.join('; ')}</code></p><p class="quiet">${w.cols}</p><p class="quiet">${w.activities}: ${institution.activities.join(', ')}. ${w.languages}: ${institution.languages.join(', ')}.</p>${input(form, { name: 'file', label: w.file, type: 'file', accept: '.csv,text/csv' })}<div class="buttons"><button class="ds-button">${w.check}</button></div></form>`;
}

/** What is wrong with a list as a whole; undefined where its lines can be read. */
export function listProblem({ words }: Reader, list: CheckedList): string | undefined {
  const { nominate: w } = words;
  switch (list.kind) {
    case 'lines':
      return undefined;
    case 'broken':
      return w.broken(list.line);
    case 'columns': {
      const { missing, unknown } = list;
      const said = [
        missing.length === 0 ? '' : w.missing(missing.join(', ')),
        unknown.length === 0 ? '' : w.unknown(unknown.join(', ')),
      ];
      return said.filter((sentence) => sentence !== '').join(' ');
    }
    default:
      return w.lists[list.kind];
  }
}

/** What would become of each line, and the button that lets it happen. */
export function listReport(reader: Reader, lines: readonly Checked[], path: string, list: string): Html {
  const { nominate: w } = reader.words;
  const count = (...fates: readonly Checked['fate'][]) => lines.filter(({ fate }) => fates.includes(fate)).length;
  const fresh = count('new');
  const wrong = count('wrong');
  return html`<section class="ds-card" aria-labelledby="report" role="status"><h2 class="ds-heading" data-size="xs" id="report">${w.summary(fresh, count('known', 'twice'), wrong)}</h2>${
    wrong > 0 && fresh > 0 ? html`<p>${w.partly}</p>` : raw('')
  }${
    fresh === 0
      ? html`<p>${w.nobody}</p>`
      : html`<form method="post" action="${path}" novalidate>${hiddenField('list', list)}<div class="buttons"><button class="ds-button" name="do" value="confirm">${w.confirm(fresh)}</button></div></form>`
  }</section>${wrong === 0 ? raw('') : mistakes(reader, lines)}${whole(reader, lines)}`;
}

function mistakes({ words }: Reader, lines: readonly Checked[]): Html {
  const { nominate: w } = words;
  const rows = lines.flatMap(({ line, problems }) =>
    problems.map(
      ({ column, code }) =>
        html`<tr><td data-label="${w.line}">${String(line)}</td><td data-label="${w.column}">${column}</td><td data-label="${w.todo}">${w.problems[code]}</td></tr>`,
    ),
  );
  return html`<section class="ds-card" aria-labelledby="mistakes"><h2 class="ds-heading" data-size="xs" id="mistakes">${w.mistakes}</h2><table class="ds-table stack"><caption class="ds-sr-only">${w.mistakes}</caption><thead><tr><th scope="col">${w.line}</th><th scope="col">${w.column}</th><th scope="col">${w.todo}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

function whole({ words, say }: Reader, lines: readonly Checked[]): Html {
  const { nominate: w } = words;
  const rows = lines.map(({ line, nominee, fate }) => {
    const who = nominee === undefined ? '' : `${nominee.givenName} ${nominee.familyName}, ${nominee.email}`;
    const stay = nominee === undefined ? '' : `${nominee.code}, ${nominee.city}; ${say.period(nominee)}`;
    return html`<tr><td data-label="${w.line}">${String(line)}</td><td data-label="${w.who}">${who}</td><td data-label="${w.stay}">${stay}</td><td data-label="${w.fate}">${w.fates[fate]}</td></tr>`;
  });
  return html`<section class="ds-card" aria-labelledby="all"><h2 class="ds-heading" data-size="xs" id="all">${w.all}</h2><table class="ds-table stack"><caption class="ds-sr-only">${w.all}</caption><thead><tr><th scope="col">${w.line}</th><th scope="col">${w.who}</th><th scope="col">${w.stay}</th><th scope="col">${w.fate}</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}
