import { expect, it } from 'vitest';
import type { Host } from '../../infra/local/host.ts';
import { bankStatementRoutes, statementsForm } from '../../infra/local/pages/bank-statements.ts';
import { Wire } from './harness.ts';

it('the local page chooses whether the bank gives statements, and shows what is chosen', async () => {
  const bank = new Wire().open();
  const host = { bank } as Host;
  const [route] = bankStatementRoutes;
  const post = async (wanted: string) => {
    const header = () => 'application/x-www-form-urlencoded';
    const sent = { method: 'POST', path: '/local/bank/statements', params: {}, query: new URLSearchParams(), header };
    const reply = await route?.post?.(host, { ...sent, body: Buffer.from(`statements=${wanted}`) });
    return [reply?.status, bank.givesStatements(), String(statementsForm(host)).includes(`value="${wanted}" selected`)];
  };
  expect(await post('yes')).toEqual([303, true, true]);
  expect(await post('no')).toEqual([303, false, true]);
  bank.close();
});
