import { ranking } from '../../../../shared/mail/words/nb/ranking.ts';
import type { PageWords } from '../index.ts';
import { actions } from './actions.ts';
import { activities } from './activities.ts';
import { apply } from './apply.ts';
import { approvals } from './approvals.ts';
import { changes } from './changes.ts';
import { deadlines } from './deadlines.ts';
import { decisions } from './decisions/index.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { facts } from './facts.ts';
import { form } from './form.ts';
import { frame } from './frame.ts';
import { freshLink } from './fresh-link.ts';
import { home } from './home.ts';
import { money } from './money.ts';
import { nominate } from './nominate.ts';
import { ownData } from './own-data.ts';
import { path } from './path.ts';
import { sign } from './sign.ts';
import { status } from './status.ts';
import { steps } from './steps.ts';
import { waiting } from './waiting.ts';

export const nb: PageWords = {
  freshLink,
  actions,
  approvals,
  changes,
  deadlines,
  decisions,
  events,
  form,
  frame,
  money,
  nominate,
  ownData,
  path,
  sign,
  status,
  steps,
  waiting,
  ranking,
  activities,
  apply,
  errors,
  facts,
  home,
};
