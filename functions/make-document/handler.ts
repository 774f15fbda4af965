import { makeDocument } from '../../shared/documents/make.ts';
import { undeliveredIn } from '../../shared/mobility/delivery.ts';
import { documentQueue } from '../../shared/store/keys.ts';
import { deps } from '../edge/deps.ts';
import { objects } from '../edge/objects.ts';
import { outboxHandler } from '../edge/outbox.ts';

/** A document takes longer than other effects: what a round does not reach, the next one finds. */
const A_ROUND = 500;

/** Makes the files of documents. Apart from deliver-outbox, which so needs neither fonts nor the PDF library. */
export const handler = outboxHandler({
  name: 'make-document',
  deliver: (key) => makeDocument(deps, objects, key),
  undelivered: (institution) => undeliveredIn(deps, documentQueue(institution), A_ROUND),
});
