import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Post, readPost } from '../../infra/local/replay/post.ts';
import type { Mobility } from '../../shared/mobility/case.ts';
import { temporaryFolder } from '../local/fixtures.ts';
import { follow, linksIn } from '../system/scanner.ts';
import { Town } from '../system/town.ts';
import { useChromium } from './chromium.ts';

/**
 * What stands between a mail and its reader: machines that follow every link, some with a whole browser, and one that
 * fills in and sends whatever it finds. The people of four cases have mails before them: to approve, to sign, to confirm a
 * stay, and to release a payment.
 */
const dataDir = temporaryFolder();
const { browser } = useChromium();
const people = ['applied', 'awarded', 'abroad', 'large'] as const;
/** The host's answer counts without a code; whoever types a name and a role there has confirmed the stay. */
const byTheHost = ['confirmation-request', 'confirmation-reminder-host'];
const ids: Record<string, string> = {};
let town: Town;
let page: Page;
let newest: readonly Post[] = [];

beforeAll(async () => {
  town = await Town.start(dataDir, '2025-06-10T07:00:00.000Z');
  for (const who of people) {
    const email = `${who}@student.nhh.example`;
    // Nine months: the first instalment needs a second person.
    await town.apply(who === 'large' ? { email, doubleDegree: 'yes', end: '2026-05-31' } : { email });
    ids[who] = await town.caseOf(email);
  }
  for (const who of ['awarded', 'abroad', 'large']) await town.approve(ids[who] ?? '');
  for (const who of ['abroad', 'large']) await town.signAndPay(ids[who] ?? '');
  await town.host.advanceTo('2025-12-20T08:00:00.000Z');
  newest = await newestOfEach();
  page = await (await browser().newContext()).newPage();
});
afterAll(() => town.host.stop());

/** The newest mail to each person about each case that leads to each page. */
async function newestOfEach(): Promise<readonly Post[]> {
  const { mailbox } = town.host;
  const found = new Map<string, Post>();
  for (const { id, at } of mailbox.list({ after: 0, limit: 10_000 })) {
    const post = await readPost(mailbox.get(id)?.raw ?? Buffer.alloc(0), at);
    if (post.link === undefined) continue;
    const shown = await (await fetch(town.host.url + new URL(post.link).pathname)).text();
    found.set(`${post.mobility} ${post.to} ${/<h1[^>]*>([^<]*)/.exec(shown)?.[1]}`, post);
  }
  return [...found.values()];
}

/** The pages behind them, at the address of this host. */
function addresses(posts = newest): string[] {
  return posts.map(({ link = '' }) => new URL(new URL(link).pathname, town.host.url).href);
}

/** What must never come about by a machine: signatures and money, in every case. */
async function commitments(): Promise<unknown> {
  const cases = await Promise.all(people.map((who) => town.mobility(ids[who] ?? '')));
  return cases.map(({ agreement, payments, participant, claim }: Mobility) => ({
    signed: agreement?.signatures.participant,
    payments,
    account: participant.account,
    claim,
  }));
}

test('following every link of every mail, by GET and HEAD, changes nothing', async () => {
  const links = linksIn(town.host);
  expect(links.length).toBeGreaterThan(people.length);
  expect(await town.changes(() => follow(town.host, links))).toEqual([]);
});

test('opening every link in a browser that runs scripts changes nothing', async () => {
  const changed = await town.changes(async () => {
    for (const address of addresses()) await page.goto(address, { waitUntil: 'load' });
  });
  expect(changed).toEqual([]);
});

test('pressing every button as it stands changes no case: it only has codes sent', async () => {
  const before = await commitments();
  const changed = await town.changes(() => eachButton(addresses(), async () => {}));
  expect(changed.filter((what) => !isAboutCodes(what))).toEqual([]);
  expect(await commitments()).toEqual(before);
});

test('filling in and sending everything there is signs nothing and moves no money: the codes are not known', async () => {
  const before = await commitments();
  await eachButton(addresses(newest.filter(({ notice }) => !byTheHost.includes(notice))), fillIn);
  await town.host.settle();
  expect(await commitments()).toEqual(before);
});

/** Records that sending a code writes: the asking, the mail, and what delivered it. */
const isAboutCodes = (what: string): boolean =>
  ['mail code', 'link', 'case/outbox', 'next step'].includes(what) || what.startsWith('case/mail');

/** Loads each page anew for each of its buttons, prepares the form, and presses it. */
async function eachButton(pages: readonly string[], prepare: (page: Page) => Promise<void>): Promise<void> {
  for (const address of pages) {
    await page.goto(address);
    const count = await buttons().count();
    for (let at = 0; at < count; at += 1) {
      await page.goto(address);
      await page.locator('details').evaluateAll((all) => all.map((one) => one.setAttribute('open', '')));
      await prepare(page);
      const button = buttons().nth(at);
      if ((await button.count()) === 0) continue;
      const there = page.waitForEvent('load');
      await button.click();
      await there;
    }
  }
}

const buttons = () => page.locator('form[method=post] button');

/** Ticks every box, takes the first of every choice, and writes something into every field that is empty. */
async function fillIn(there: Page): Promise<void> {
  await there.locator('form[method=post]').evaluateAll((forms) => {
    for (const form of forms) {
      for (const field of form.querySelectorAll('input,textarea,select')) {
        if (field.type === 'radio') field.checked ||= !form.querySelector(`[name="${field.name}"]:checked`);
        else if (field.type === 'checkbox') field.checked = true;
        else if (field.name === 'code') field.value = '123456';
        else if (field.type !== 'file' && field.value === '') field.value = field.type === 'date' ? '2025-10-20' : 'x';
      }
    }
  });
}
