import { describe, expect, test } from 'vitest';
import { id, town } from './scene.ts';

/** Links of nobody, and links that have done their part. */
export function linksAreRefused(): void {
  describe('a link', () => {
    test.each([
      ['of nobody', 'nhh-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
      ['of another institution', 'uib-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
      ['cut in the middle', 'nhh-AAAA'],
      ['that reaches for another key', 'nhh%23case%2301-AAAAAAAAAAAAAAAAAAAAAAAA'],
    ])('%s is not known, whoever opens or sends it', async (_what, token) => {
      for (const method of ['GET', 'HEAD', 'POST']) {
        let answer = new Response();
        const changed = await town.changes(async () => {
          answer = await fetch(`${town.host.url}/l/${token}`, { method, redirect: 'manual' });
        });
        expect([method, answer.status, changed]).toEqual([method, 404, []]);
        if (method !== 'HEAD') expect(await answer.text()).toContain('This link is not known');
      }
    });

    test('says what was decided once it has been used, and decides nothing twice', async () => {
      const stale = await town.openFrom('approval-request', id);
      await town.approve(id);
      expect((await town.mobility(id)).state).toBe('agreement-issued');

      const opened = await town.openFrom('approval-request', id);
      expect(opened.text).toContain('Ingrid Berg approved the application.');
      expect(opened.text).toContain('This link has been used; nothing more can be done with it.');
      let again = opened;
      const changed = await town.changes(async () => {
        again = await stale.send('choice', { choice: 'refuse', by: 'Ingrid Berg', reason: 'No money' });
      });
      expect([again.status, changed]).toEqual([409, []]);
      expect(again.text).toContain('Ingrid Berg approved the application.');
    });

    test('that is in no mail does nothing either', async () => {
      const { link = '' } = await town.mail('application-received', id);
      let answer = new Response();
      const changed = await town.changes(async () => {
        answer = await fetch(`${town.host.url}${new URL(link).pathname}?do=everything`, { method: 'POST' });
      });
      expect([answer.status, changed]).toEqual([404, []]);
      expect(await answer.text()).toContain('Open your page again, and choose from what it offers.');
    });
  });
}
