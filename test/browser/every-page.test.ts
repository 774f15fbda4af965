import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Site } from '../pages/site.ts';
import { stages } from '../pages/stages.ts';
import { faults, press, useChromium, Watch } from './chromium.ts';
import { photograph } from './photograph.ts';

/**
 * Every page of every kind of link, each in a case that stands where the link is sent, as Chromium shows it.
 * The system behind it is held in memory: to bring it to all these points through the real one would take too long.
 */
const ORIGIN = 'https://wayfare.test';
const { browser } = useChromium();
let site: Site;
let page: Page;
let watch: Watch;

beforeAll(async () => {
  const context = await browser().newContext({ reducedMotion: 'reduce' });
  watch = new Watch(context, ORIGIN);
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const path = url.pathname + url.search;
    const first =
      request.method() === 'POST'
        ? await site.rawPost(path, request.postData() ?? '', request.headers()['content-type'])
        : await site.get(path, request.method());
    // The browser would ask the network, which this site is not on, for where it is sent.
    const to = first.status === 303 ? first.headers.location : undefined;
    const answer = to === undefined ? first : await site.get(to);
    await route.fulfill({ status: answer.status, headers: answer.headers, body: Buffer.from(answer.bytes) });
  });
  page = await context.newPage();
});
afterAll(() => {
  expect(watch.errors).toEqual([]);
  expect(watch.elsewhere).toEqual([]);
});

async function open(path: string): Promise<void> {
  await page.goto(ORIGIN + path);
}

const shown = Object.entries(stages).filter(([name]) => name !== 'the style sheet');

describe.each(shown)('%s', (name, stage) => {
  test('can be read and used by everybody, also with everything opened and after a mistake', async () => {
    site = new Site();
    await open(await stage(site));
    await photograph(page, name);
    expect(await faults(page)).toEqual([]);
    await page.locator('details').evaluateAll((all) => all.map((details) => details.setAttribute('open', '')));
    await photograph(page, `${name}, opened`);
    expect(await faults(page)).toEqual([]);
    const send = page.locator('form[method=post] button:not([value=preview],[value=send-code])');
    if ((await send.count()) === 0) return;
    if (name === 'the application form') await page.locator('#email').fill('nobody');
    await press(send.first());
    await photograph(page, `${name}, mistaken`);
    expect(await faults(page)).toEqual([]);
  });
});

describe('other pages', () => {
  test.each([
    ['choosing what to go abroad for', '/apply/nmbu'],
    ['the form of a traineeship', '/apply/nhh?activity=HE-SMT'],
    ['the form of a member of staff', '/apply/oslomet?activity=HE-STT'],
    ['the form of a blended intensive programme', '/apply/nmbu?activity=HE-BIP'],
    ['a page that does not exist', '/nothing'],
    ['an unknown link', '/l/nhh-0000000000000000000000000000000000000000'],
  ])('%s', async (name, path) => {
    site = new Site();
    await open(path);
    await photograph(page, name);
    expect(await faults(page)).toEqual([]);
  });

  test('the form with what one would get', async () => {
    site = new Site();
    await open((await stages['the application form']?.(site)) ?? '');
    await press(page.locator('button[value=preview]'));
    expect(await page.locator('#preview').innerText()).toContain('2 120.00');
    await photograph(page, 'the form with what one would get');
    expect(await faults(page)).toEqual([]);
  });

  test('signing, when the code is on its way', async () => {
    site = new Site();
    await open((await stages.sign?.(site)) ?? '');
    await page.locator('[name=read]').check();
    await press(page.locator('[value=send-code]'));
    await photograph(page, 'signing with a code');
    expect(await page.locator('[name=code]').count()).toBe(1);
    expect(await faults(page)).toEqual([]);
  });
});
