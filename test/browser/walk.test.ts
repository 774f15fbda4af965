import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newestCase } from '../../infra/local/tour/look.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { Town } from '../system/town.ts';
import { faults, press, useChromium, Watch } from './chromium.ts';
import { photograph } from './photograph.ts';

/** One grant from the application to the last payment, by nothing but clicking, on the whole system and without script. */
const dataDir = temporaryFolder();
const { browser } = useChromium();
let town: Town;
let context: BrowserContext;
let page: Page;
/** A second browser, which runs the checks: they are a script. */
let checker: Page;
const watches: Watch[] = [];

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-02T07:00:00.000Z');
  context = await browser().newContext({ javaScriptEnabled: false, baseURL: town.host.url });
  const checking = await browser().newContext({ baseURL: town.host.url, reducedMotion: 'reduce' });
  watches.push(new Watch(context, town.host.url), new Watch(checking, town.host.url));
  page = await context.newPage();
  checker = await checking.newPage();
});
afterAll(() => town.host.stop());

/** Presses what leads on, and lets everything happen that follows. */
async function click(role: 'button' | 'link', name: string | RegExp): Promise<void> {
  const leading = page.getByRole(role, { name }).first();
  // Links of the tour open beside it.
  await leading.evaluate((element) => element.removeAttribute('target'));
  await press(leading);
  await town.host.settle();
}

async function tour(role: 'button' | 'link', name: string): Promise<void> {
  await page.goto('/');
  await click(role, name);
}

/** Opens the newest mail with such a subject, and from it the page of its link. */
async function fromMail(subject: RegExp): Promise<void> {
  await page.goto('/local/mailbox');
  await click('link', subject);
  await click('link', 'Open the link of this mail');
}

/** Looks closely at the page that is open now; it has to be one that can be opened again. */
async function sound(name: string): Promise<void> {
  await checker.goto(page.url());
  await photograph(checker, name);
  expect(await faults(checker), name).toEqual([]);
}

const heading = (): Promise<string> => page.locator('h1').innerText();
const text = (): Promise<string> => page.locator('main').innerText();

describe('a grant, by clicking', () => {
  test('the student applies', async () => {
    await page.goto('/');
    await sound('the tour');
    await click('link', 'Open the application');
    await sound('the application of the tour');
    await click('button', 'Save and go on');
    await sound('everything before it is sent');
    await page.getByLabel('What I have stated is true.').check();
    await click('button', 'Send the application');
    expect(await heading()).toBe('Look at your mail');
    await sound('after applying');
  });

  test('the office approves', async () => {
    await fromMail(/waits for your approval/);
    await sound('approving');
    await page.getByLabel('Approve', { exact: true }).check();
    await page.getByLabel('Your name').fill('Ingrid Berg');
    await click('button', 'Send the decision');
    expect(await text()).toContain('Ingrid Berg approved the application.');
    await sound('approved');
  });

  test('the student signs, with the code of a mail', async () => {
    await fromMail(/ready to sign/);
    await sound('signing');
    await page.getByRole('checkbox').check();
    await click('button', 'Send me a code');
    const mail = await context.newPage();
    await mail.goto('/local/mailbox');
    await press(mail.getByRole('link', { name: 'Your code' }).first());
    await mail.locator('summary').click();
    const code = (await mail.getByText(/^\s*\d{6}\s*$/).textContent())?.trim() ?? '';
    await mail.close();
    await page.getByRole('checkbox').check();
    await page.getByLabel('Code from the mail').fill(code);
    await click('button', 'Sign the agreement');
    expect(await text()).toContain('You signed the grant agreement.');
    await sound('signed');
  });

  test('the bank pays the first instalment', async () => {
    await tour('button', 'Until the bank has paid');
    await fromMail(/has arrived/);
    expect(await text()).toMatch(/Paid to you\s+1 484\.00 EUR/u);
    await sound('the status, paid');
  });

  test('the host confirms the stay', async () => {
    await tour('button', 'To the end of the stay');
    await fromMail(/confirm the Erasmus/);
    await sound('confirming');
    await page.getByLabel('Your name').fill('Claire Martin');
    await page.getByLabel('Your role').fill('Erasmus coordinator');
    await click('button', 'Confirm these dates');
    await sound('confirmed');
  });

  test('the student reports the duties, and the rest is paid', async () => {
    await fromMail(/has arrived/);
    await page.getByText('Tell us what you have done').click();
    const boxes = page.locator('#do-duties input[type=checkbox]');
    for (const box of await boxes.all()) await box.check();
    await click('button', 'Report as done');
    await tour('button', 'Until the bank has paid');
    await fromMail(/has arrived/);
    expect(await text()).toContain('Nothing is waited for');
    await sound('the status, closed');
    expect(await newestCase(town.host)).toMatchObject({
      state: 'closed',
      settlement: { entitlement: { minor: 215_533 } },
    });
  });
});

describe('the pages of the machine', () => {
  test.each([
    '/',
    '/local/mailbox',
    '/local/clock',
    '/local/bank',
    '/local/executions',
    '/local/tasks',
    '/local/begin-anew',
    '/local/nothing',
  ])('%s', async (path) => {
    await page.goto(path);
    await sound(`machine ${path}`);
  });

  test.each([
    ['a mail', '/local/mailbox', '/local/mailbox/'],
    ['an account', '/local/bank', '/local/bank/accounts/'],
    ['an execution', '/local/executions', '/local/executions/'],
  ])('%s', async (name, path, begins) => {
    await page.goto(path);
    await press(page.locator(`main a[href^="${begins}"]`).first());
    await sound(`machine ${name}`);
  });
});

test('nothing was asked for elsewhere, and no browser had anything to complain of', () => {
  expect(watches.flatMap(({ errors, elsewhere }) => [...errors, ...elsewhere])).toEqual([]);
});
