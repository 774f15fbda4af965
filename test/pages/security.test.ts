import { beforeEach, describe, expect, test } from 'vitest';
import { deeds } from '../../functions/pages/deeds/index.ts';
import { assets } from '../../functions/pages/style.ts';
import { application } from '../mail/world.ts';
import { filledIn, Site } from './site.ts';
import { stages } from './stages.ts';

let site: Site;
beforeEach(() => {
  site = new Site();
});

test('the table has a page for every kind of link there is', () => {
  const shown = Object.keys(stages).map((name) => name.split(',')[0]);
  expect(Object.keys(deeds).filter((purpose) => !shown.includes(purpose))).toEqual([]);
});

describe.each(Object.entries(stages))('%s', (_name, stage) => {
  test('shows without changing anything, by GET and by HEAD, and HEAD has no body', async () => {
    const path = await stage(site);
    const before = site.world.store.all('cases');
    site.readOnly = true;
    const shown = await site.get(path);
    expect(shown.status).toBe(200);
    const head = await site.get(path, 'HEAD');
    expect({ status: head.status, body: head.body }).toEqual({ status: 200, body: '' });
    expect(site.world.store.all('cases')).toEqual(before);
    expect(site.reported).toEqual([]);
  });

  test('loads nothing from elsewhere and runs no script', async () => {
    const { headers, body } = await site.get(await stage(site));
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).not.toMatch(/<script|<style| style="| on\w+="|(src|href|action)="https?:/);
  });

  test('has each id once, a label for each field, and no undefined or [object', async () => {
    const { body } = await site.get(await stage(site));
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const labelled = new Set([...body.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id));
    const fields = [...body.matchAll(/<(?:input|select|textarea) [^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('type="hidden"'));
    expect(fields.filter((tag) => !labelled.has(/ id="([^"]+)"/.exec(tag)?.[1]))).toEqual([]);
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });
});

test('no page but the style sheet is kept in a cache', async () => {
  const path = await stages['status, paid']?.(site);
  expect((await site.get(path ?? '')).headers['cache-control']).toBe('no-store');
  const sheet = await site.get(assets.stylesheet.path);
  expect(sheet.headers['cache-control']).toContain('immutable');
  expect(sheet.headers['content-type']).toBe('text/css; charset=utf-8');
});

describe('a scanner that opens every link and sends every form as it stands', () => {
  test.each(Object.entries(stages))('changes nothing at %s', async (_name, stage) => {
    const path = await stage(site);
    const page = await site.get(path);
    const version = () =>
      site.world.store
        .all('cases')
        .filter((item) => item.sk === 'case')
        .map((item) => item.version);
    const before = version();
    for (const [, action, form] of page.body.matchAll(
      /<form[^>]*method="post"[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g,
    )) {
      const fields: Record<string, string> = {};
      for (const [tag] of (form ?? '').matchAll(/<input [^>]*>/g)) {
        const name = / name="([^"]+)"/.exec(tag)?.[1];
        const typed = !/type="(radio|checkbox|file)"/.test(tag) || / checked/.test(tag);
        if (name && typed) fields[name] = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
      }
      // The application form is filled in by its own link here; a scanner meets it empty.
      if (!action?.startsWith('/apply/')) await site.post(action ?? '', fields);
    }
    expect(version()).toEqual(before);
  });
});

describe('addresses that lead nowhere', () => {
  test.each([
    ['/nothing', 404],
    ['/apply/unknown', 404],
    ['/l/', 404],
    ['/l/nhh-0000000000000000000000000000000000000000', 404],
    ['/l/%E0%A4%A', 404],
    ['/l/nhh%23case%23X-00000000000000000000', 404],
    ['/assets/old.css', 404],
  ])('%s is answered with a page that says what to do', async (path, status) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(status);
    expect(answer.text.length).toBeGreaterThan(60);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(site.reported).toEqual([]);
  });

  test.each([
    ['POST', '/'],
    ['DELETE', '/apply/nhh'],
    ['PUT', '/l/nhh-00000000000000000000'],
    ['POST', '/l/nhh-00000000000000000000/documents/x'],
  ])('%s %s cannot be done', async (method, path) => {
    expect((await site.get(path, method)).status).toBe(405);
  });

  test('an expired link says so, with whom to ask', async () => {
    await site.world.open();
    const path = site.world.link(/waits for your approval/);
    site.world.now = '2026-05-05T10:00:00.000Z';
    const answer = await site.get(path);
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('It worked until 1 November 2025.');
    expect(answer.text).toContain('international@nhh.example');
    expect((await site.post(path, {})).status).toBe(410);
  });

  test('the spelling of the method and a slash at the end do not matter', async () => {
    expect((await site.get('/apply/nhh/')).status).toBe(200);
  });
});

describe('what cannot be read', () => {
  test('a form of another kind', async () => {
    const answer = await site.rawPost('/apply/nhh', '{"a":1}', 'application/json');
    expect(answer.status).toBe(415);
  });

  test('a form as long as a book', async () => {
    const answer = await site.rawPost('/apply/nhh', `givenName=${'a'.repeat(70_000)}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('Shorten what you wrote');
  });

  test('control characters are taken out of names', async () => {
    await site.post('/apply/nhh', { ...filledIn, givenName: 'Ing\u0000rid\r\nBcc: x' });
    await site.deliverAll();
    expect(site.world.last(/has arrived/).headers.has('bcc')).toBe(false);
    expect(application.participant.givenName).toBe('Ingrid');
  });
});
