import { describe, expect, it } from 'vitest';
import { quote } from '../../infra/cli/quote.ts';

interface Answer {
  readonly eligible: string;
  readonly needs: readonly string[];
  readonly lines: readonly { readonly code: string; readonly amount: string; readonly working: string }[];
  readonly total: string;
  readonly settlement?: { readonly entitlement: string };
}

/** Five months abroad from Bergen, with every fact that NHH asks for. */
const semester = {
  id: 'c-1',
  institution: 'nhh',
  call: '2025',
  activity: 'HE-SMS',
  period: { start: '2025-08-18', end: '2025-12-17' },
  travel: 'standard',
  facts: { studyLevel: 'master', ects: 180, nominated: true, languageLevel: 'B2', submittedOn: '2025-06-02' },
};

async function quoted(input: object): Promise<Answer> {
  let printed = '';
  const io = {
    stdin: (async function* () {
      yield JSON.stringify({ ...semester, ...input });
    })(),
    stdout: { write: (text: string) => (printed += text) },
    stderr: { write: () => undefined },
  };
  await quote(['-'], io);
  return JSON.parse(printed);
}

const travelOf = ({ lines }: Answer) => lines.find(({ code }) => code === 'travel-support');

describe('a quote without the official distance', () => {
  it('estimates it from the cities, and says so', async () => {
    const answer = await quoted({ host: { country: 'FR', city: 'Paris' } });
    expect(travelOf(answer)).toMatchObject({
      amount: '309.00',
      working: expect.stringContaining('1 297 km one way (estimated from the cities)'),
    });
    expect(answer).toMatchObject({ eligible: 'yes', needs: [] });
  });

  it.each([
    ['green', 'FR', 'Paris', '417.00'],
    ['standard', 'ES', 'Barcelona', '395.00'],
    ['standard', 'TR', 'Ankara', '395.00'],
    ['standard', 'DK', 'Aarhus', '309.00'],
  ])('%s to %s %s is %s', async (travel, country, city, amount) => {
    expect(travelOf(await quoted({ travel, host: { country, city } }))?.amount).toBe(amount);
  });

  it.each([
    ['DK', 'Viborg', '498 km lie within 1 % of 500 km'],
    ['ES', 'Bilbao', '1 984 km lie within 1 % of 2 000 km'],
    ['TR', 'Samsun', '2 991 km lie within 1 % of 3 000 km'],
  ])('to %s %s it decides nothing: %s', async (country, city) => {
    const answer = await quoted({ host: { country, city } });
    expect(travelOf(answer)).toBeUndefined();
    expect(answer).toMatchObject({ eligible: 'undecided', needs: ['needs-official-distance'] });
  });

  it('takes the official figure near the edge of a band, on either side', async () => {
    const host = { country: 'DK', city: 'Viborg' };
    expect(travelOf(await quoted({ host: { ...host, distanceKm: 499 } }))?.amount).toBe('211.00');
    expect(travelOf(await quoted({ host: { ...host, distanceKm: 500 } }))?.amount).toBe('309.00');
  });

  it('goes by the official figure also where it is far from the estimate', async () => {
    const answer = await quoted({ host: { country: 'FR', city: 'Paris', distanceKm: 450 } });
    expect(travelOf(answer)).toMatchObject({ amount: '211.00', working: expect.not.stringContaining('estimated') });
  });

  it.each([
    ['a city that the list does not have', { country: 'FR', city: 'Atlantis' }],
    ['a name of several towns', { country: 'GB', city: 'Bangor' }],
    ['no city', { country: 'FR' }],
  ])('asks for the distance with %s', async (_which, host) => {
    const answer = await quoted({ host });
    expect(travelOf(answer)).toBeUndefined();
    expect(answer).toMatchObject({ eligible: expect.any(String), needs: expect.arrayContaining(['host.distanceKm']) });
  });

  it('asks for no distance where no travel grant is asked for', async () => {
    const answer = await quoted({ travel: 'none', host: { country: 'DK', city: 'Viborg' } });
    expect(answer).toMatchObject({ eligible: 'yes', needs: [] });
  });

  it('settles on the same distance', async () => {
    const answer = await quoted({ host: { country: 'FR', city: 'Paris' }, confirmed: semester.period, plan: false });
    expect(answer.settlement?.entitlement).toBe(answer.total);
  });
});
