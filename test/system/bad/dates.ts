import { beforeAll, describe, expect, test } from 'vitest';
import { id, town } from './scene.ts';

/** Dates that no host can confirm, and what comes too late. */
export function datesAreRefused(): void {
  describe('a stay that is confirmed with dates', () => {
    beforeAll(async () => {
      await town.host.advanceTo('2025-12-22T09:00:00.000Z');
    });

    test.each([
      [
        'that are none',
        { start: '2025-13-01' },
        'This is not a date. Write year, month and day, for example 2025-08-18.',
      ],
      [
        'the wrong way round',
        { start: '2025-12-19', end: '2025-08-18' },
        'The last day lies before the first day. Check both.',
      ],
      ['to come', { end: '2025-12-23' }, 'The last day lies in the future. Confirm the stay when it has ended.'],
      [
        'of another year',
        { start: '2024-08-18', end: '2024-12-19' },
        'These dates are far from the planned stay. Check the year, or write to the international office.',
      ],
      ['by nobody', { by: ' ' }, 'Give your name.'],
    ])('%s', async (_what, wrong, sentence) => {
      const page = await town.openFrom('confirmation-request', id);
      let answer = page;
      const changed = await town.changes(async () => {
        answer = await page.send('role', {
          start: '2025-08-18',
          end: '2025-12-19',
          by: 'Marie Dupont',
          role: 'Coordinator',
          ...wrong,
        });
      });
      expect([answer.status, answer.errors, changed]).toEqual([422, [sentence], []]);
    });
  });

  describe('too late', () => {
    test('the window of the semester has closed', async () => {
      let page = await town.browser.open('/apply/nhh/one-page');
      const changed = await town.changes(async () => {
        page = await town.apply({ email: 'late@student.nhh.example' });
      });
      const sentence = 'Applications for autumn 2025 closed on 2025-08-31. No semester is open now.';
      expect([page.status, page.errors, changed]).toEqual([422, [sentence], []]);
    });

    test('a link has expired after half a year; the case is still there', async () => {
      const waiting = await town.caseOf('theodora@student.nhh.example');
      const { link = '' } = await town.mail('approval-request', waiting);
      for (const method of ['GET', 'POST']) {
        let answer = new Response();
        const changed = await town.changes(async () => {
          answer = await fetch(town.host.url + new URL(link).pathname, { method });
        });
        const text = await answer.text();
        expect([answer.status, changed]).toEqual([410, []]);
        expect(text).toContain('This link has expired');
        expect(text).toContain('Nothing is lost: your case is still there.');
      }
      // Whoever has to decide got a fresh one with every reminder.
      const fresh = await town.openFrom('approval-reminder', waiting);
      expect([fresh.status, fresh.has('choice')]).toEqual([200, true]);
    });
  });
}
