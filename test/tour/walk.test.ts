import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Host, startHost } from '../../infra/local/host.ts';
import { newestCase } from '../../infra/local/tour/look.ts';
import { temporaryFolder } from '../local/fixtures.ts';

/** A first visitor: looks at the tour, does what its next step says, and nothing else. */
class Visitor {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async get(path: string): Promise<string> {
    return (await fetch(new URL(path, this.url))).text();
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const response = await fetch(new URL(path, this.url), { method: 'POST', body: new URLSearchParams(fields) });
    return response.text();
  }

  async tour(): Promise<{
    readonly title: string | undefined;
    readonly links: Readonly<Record<string, string>>;
    readonly move: string | undefined;
  }> {
    const [step = ''] = /<li class="now"[\s\S]*?<\/li>/.exec(await this.get('/')) ?? [];
    const found = [...step.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)];
    const links = Object.fromEntries(found.map(([, href = '', label = '']) => [label, href.replaceAll('&amp;', '&')]));
    return { title: /\d\. ([^<]+)/.exec(step)?.[1], links, move: /name="move" value="([^"]+)"/.exec(step)?.[1] };
  }
}

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

let host: Host;
let visitor: Visitor;
beforeAll(async () => {
  host = await startHost({
    dataDir: temporaryFolder(),
    clock: 'frozen',
    startAt: '2025-06-02T07:00:00.000Z',
    seed: 'tour',
  });
  visitor = new Visitor(host.url);
});
afterAll(() => host.stop());

/** What the visitor does at each step, by its title. */
const acts: Readonly<Record<string, (links: Readonly<Record<string, string>>) => Promise<unknown>>> = {
  'Apply as a student': async (links) => {
    const form = new URL(links['Open the application'] ?? '', 'http://x');
    const check = await visitor.post(`${form.pathname}/start`, Object.fromEntries(form.searchParams));
    const [, action = ''] = /action="([^"]+\/check)"/.exec(check) ?? [];
    return visitor.post(action, { seen: hidden(check, 'seen'), declare: 'yes' });
  },
  'Approve, as the international office': async ({ Approve = '' }) => {
    const seen = hidden(await visitor.get(Approve), 'seen');
    return visitor.post(Approve, { seen, choice: 'approve', by: 'Kari Nordmann' });
  },
  'Sign, as the student': async ({ Sign = '' }) => {
    const seen = hidden(await visitor.get(Sign), 'seen');
    await visitor.post(Sign, { seen, do: 'send-code' });
    const { links } = await visitor.tour();
    const mail = await visitor.get(`${links['The mail with the code']}/raw`);
    return visitor.post(Sign, { seen, read: 'yes', code: /^ {4}(\d{6})/m.exec(mail)?.[1] ?? '' });
  },
  'Confirm the stay, as the host': async ({ Confirm = '' }) => {
    const page = await visitor.get(Confirm);
    const fields = { by: 'Claire Martin', role: 'Erasmus coordinator', start: '2025-08-18', end: '2025-12-19' };
    return visitor.post(Confirm, { seen: hidden(page, 'seen'), ...fields });
  },
  'See the settlement, or the demand': async (links) => {
    const duties = { 'duties-learning-agreement': 'yes', 'duties-eu-survey': 'yes', 'duties-nhh-survey': 'yes' };
    return visitor.post(`${links['Where is my money?']}?do=duties`, duties);
  },
};

test('a visitor who only does what the next step says pays and settles a grant', async () => {
  const walked: string[] = [];
  for (
    let { title, links, move } = await visitor.tour();
    title !== undefined;
    { title, links, move } = await visitor.tour()
  ) {
    expect(walked, 'no step comes twice').not.toContain(title);
    walked.push(title);
    await (move === undefined ? acts[title]?.(links) : visitor.post('/local/tour', { move }));
  }
  expect(walked).toEqual([
    'Apply as a student',
    'Approve, as the international office',
    'Sign, as the student',
    'Let the bank pay',
    'Move the clock to the end of the stay',
    'Confirm the stay, as the host',
    'See the settlement, or the demand',
    'The end',
  ]);
  const mobility = await newestCase(host);
  expect(mobility).toMatchObject({ state: 'closed', settlement: { entitlement: { minor: 215_533 } } });
  expect(mobility?.payments.map(({ amount, state }) => [amount.minor, state])).toEqual([
    [148_400, 'booked'],
    [67_133, 'booked'],
  ]);
});
