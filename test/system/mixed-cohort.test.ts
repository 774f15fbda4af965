import { beforeAll, expect, test } from 'vitest';
import { columns, readNominations } from '../../infra/local/replay/nominations.ts';
import { type Replayed, replay } from '../../infra/local/replay/replay.ts';
import { transfersOfCase } from '../../shared/ledger/items.ts';
import { statement } from '../../shared/ledger/statement.ts';
import { loadCase } from '../../shared/mobility/perform.ts';
import { formatDecimal } from '../../shared/money/money.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { rulebookWithHavnes } from '../rulebook/with-havnes.ts';

/** Students and staff of two institutions in one cohort; one of them is known by its file only (test/rulebook/havnes.yaml). */
const rulebook = rulebookWithHavnes();
const csv = [
  columns.join(','),
  'havnes,2025,HE-SMS,Åse,Havn,a@havnes.example,66048764755,DE,Bremen,D  BREMEN01,2026-01-12,2026-05-29,2026-01-12,2026-05-25,normal',
  'havnes,2025,HE-SMS,Bo,Havn,b@havnes.example,29141777635,DE,Bremen,D  BREMEN01,2026-01-12,2026-05-29,2026-01-12,2026-04-12,early-return',
  'havnes,2025,HE-STT,Ci,Havn,c@havnes.example,40057566827,DK,Aarhus,,2026-02-02,2026-02-06,2026-02-02,2026-02-06,normal',
  'havnes,2025,HE-STT,Di,Havn,d@havnes.example,39825979194,DK,Aarhus,Aarhus Havn,2026-02-02,2026-02-06,2026-02-02,2026-02-06,bank-return',
  'nhh,2025,HE-SMS,Kari,Nordmann,kari@student.nhh.example,66048764755,FR,Paris,F  PARIS014,2025-08-18,2025-12-19,2025-08-18,2025-12-19,normal',
  'havnes,2025,HE-STT,Ei,Havn,e@havnes.example,39825979194,NO,Oslo,Oslo Havn,2026-02-02,2026-02-06,2026-02-02,2026-02-06,normal',
].join('\n');

let lines: readonly string[] = [];
let refused: Replayed['refused'] = [];

beforeAll(async () => {
  const { rows, bad } = readNominations(csv);
  expect(bad).toEqual([]);
  await replay({ rows, rules: loadRulebook(rulebook), seed: 'mixed', rulebook }, async (replayed) => {
    refused = replayed.refused;
    lines = await Promise.all(
      replayed.members.map(async ({ nomination, id = '' }) => {
        const { institution, givenName } = nomination;
        const { state, stay } = await loadCase(replayed.host.store, institution, id);
        const { awarded, paid, repaid } = statement(await transfersOfCase(replayed.host.store, institution, id));
        return [givenName, stay.host.code, state, ...[awarded, paid, repaid].map(formatDecimal)].join(', ');
      }),
    );
  });
}, 120_000);

test('everybody is paid by the rules of their own institution and activity', () => {
  expect(lines).toEqual([
    'Åse, D  BREMEN01, closed, 2760.00, 2760.00, 0.00',
    'Bo, D  BREMEN01, closed, 1820.00, 2208.00, 388.00',
    'Ci, Organisation in Aarhus, closed, 750.00, 750.00, 0.00',
    'Di, Aarhus Havn, closed, 750.00, 750.00, 0.00',
    'Kari, F  PARIS014, closed, 2155.33, 2155.33, 0.00',
  ]);
});

test('who cannot have the grant is refused by the form, with every reason', () => {
  expect(refused).toEqual([
    {
      line: 7,
      reason:
        'You live in Norway: choose a host in another country. The host is in Norway, the country of Havnes itself; a mobility goes to another country.',
    },
  ]);
});

test.each([
  ['a university without its code', 'HE-SMS,Åse,Havn,a@havnes.example,66048764755,DE,Bremen,,', 'hostCode is empty'],
  [
    'an activity that there is not',
    'HE-XXX,Åse,Havn,a@havnes.example,66048764755,DE,Bremen,D  BREMEN01,',
    /^activity must be one of HE-SMS, .*ADU-LEARNER$/,
  ],
])('%s is a bad row', (_what, middle, reason) => {
  const { bad } = readNominations(`${columns.join(',')}\nhavnes,2025,${middle}2026-01-12,2026-05-29,,,no-signature`);
  expect(bad.map((row) => row.reason)).toEqual([typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
});
