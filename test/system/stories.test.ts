import { readFileSync } from 'node:fs';
import { beforeAll } from 'vitest';
import { readNominations } from '../../infra/local/replay/nominations.ts';
import { replay } from '../../infra/local/replay/replay.ts';
import { loadRulebook } from '../../shared/rulebook/loader.ts';
import { booksAreInOrder } from './books.ts';
import { type Life, recordLife } from './life.ts';
import { listen } from './said.ts';
import { theBankObjects } from './stories/bank.ts';
import { grantsAreDemandedBack } from './stories/demanded.ts';
import { grantsArePaid } from './stories/paid.ts';
import { agreementsLapse } from './stories/unsigned.ts';

/**
 * The stories of a cohort through the whole system: synthesised workflows, real handlers, database process, mail, pages
 * over HTTP and the pretend bank. Everybody lives once; the tests read what came of it.
 */
let life: Life;
let said = '';

beforeAll(async () => {
  const { rows } = readNominations(readFileSync(new URL('cohort.csv', import.meta.url), 'utf8'));
  const listening = listen();
  life = await replay({ rows, rules: loadRulebook(), seed: 'paris' }, recordLife);
  said = listening.text();
  listening.stop();
}, 120_000);

const theLife = () => life;

grantsArePaid(theLife);
grantsAreDemandedBack(theLife);
theBankObjects(theLife);
agreementsLapse(theLife);
booksAreInOrder(theLife, () => said);
