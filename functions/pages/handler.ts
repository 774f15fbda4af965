import { openCase, perform } from '../../shared/mobility/perform.ts';
import { deps } from '../edge/deps.ts';
import { objects } from '../edge/objects.ts';
import { createPages } from './router.ts';

/** All pages, wired to the live store, bucket, clock and ids. */
export const handler = createPages({
  ...deps,
  perform,
  openCase,
  objects,
  report: (error) => {
    const { name, message } = error instanceof Error ? error : { name: 'Unknown', message: String(error) };
    console.error(JSON.stringify({ level: 'error', function: 'pages', error: name, message }));
  },
});
