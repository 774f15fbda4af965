import { parts } from './parts.ts';

/** Runs one part in this process and sends its figures to the process that asked (main.ts). */
const part = parts[process.argv[2] ?? ''];
if (!part || !process.send) throw new Error('This is started by main.ts: npm run bench.');
process.send(await part.run());
process.disconnect();
