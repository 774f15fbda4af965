import { describe, expect, test } from 'vitest';
import type { Filling, Page } from '../../../infra/local/replay/browser.ts';
import { id, town } from './scene.ts';

/** Codes that are missing, wrong, old, or asked for too often. */
export function codesAreRefused(): void {
  describe('the code for the signature', () => {
    const box = { read: 'yes' };
    const toSign = () => town.openFrom('agreement-to-sign', id);
    /** Sends the form; gives its status, its sentences, and what it changed. */
    const sign = async (page: Page, filling: Filling) => {
      let answer = page;
      const changed = await town.changes(async () => {
        answer = await page.send('read', filling);
      });
      return [answer.status, answer.errors, changed];
    };

    test('is asked for: without one nothing is signed', async () => {
      expect(await sign(await toSign(), box)).toEqual([422, ['Type the code from the mail.'], []]);
      const { asked } = await town.askForCode(await toSign(), 'read', box, id);
      expect(await sign(asked, box)).toEqual([422, ['Type the code from the mail.'], []]);
    });

    test('is of no use without the box', async () => {
      const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
      const sentence = 'Tick the box to say that you have read the agreement and sign it.';
      expect(await sign(asked, { code })).toEqual([422, [sentence], []]);
    });

    test('wrong five times is wrong for good, also when the right one follows', async () => {
      const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
      const wrong = { ...box, code: code === '000000' ? '000001' : '000000' };
      for (const left of ['4 tries are left', '3 tries are left', '2 tries are left', 'One try is left']) {
        const sentence = `This is not the code. ${left}; then a new code is needed.`;
        // Only the count of tries, which stands with the link.
        expect(await sign(asked, wrong)).toEqual([422, [sentence], ['link']]);
      }
      const locked = 'The code was typed wrongly too often, and no longer works. Ask for a new one.';
      expect(await sign(asked, wrong)).toEqual([422, [locked], ['link']]);
      expect(await sign(asked, { ...box, code })).toEqual([422, [locked], []]);
    });

    test('works for a quarter of an hour', async () => {
      const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
      await town.host.advanceTo('2025-06-10T07:15:00.000Z');
      const sentence = 'The code is older than 15 minutes and no longer works. Ask for a new one.';
      expect(await sign(asked, { ...box, code })).toEqual([422, [sentence], []]);
    });

    test('is sent five times an hour at most', async () => {
      let last = await toSign();
      for (let n = 1; n <= 5; n += 1) last = (await town.askForCode(await toSign(), 'read', box, id)).asked;
      const changed = await town.changes(async () => {
        last = await last.send('read', box, { name: 'do', value: 'send-code' });
      });
      expect([last.status, changed]).toEqual([429, []]);
      expect(last.errors.join()).toMatch(
        /^Five codes were sent within an hour, which is the most\. You can ask for another/,
      );
    });

    test('signs once, when it is right', async () => {
      await town.host.advanceTo('2025-06-10T09:00:00.000Z');
      const { asked, code } = await town.askForCode(await toSign(), 'read', box, id);
      const [status, , changed] = await sign(asked, { ...box, code });
      expect([status, (await town.mobility(id)).state]).toEqual([200, 'signed']);
      expect(changed).toContain('ledger');
      const again = await asked.send('read', { ...box, code });
      expect([again.status, (await town.mobility(id)).state]).toEqual([409, 'signed']);
    });
  });
}
