import { writeFileSync } from 'node:fs';
import { resourceUsage } from 'node:process';
import { paymentsOf, writers } from './payment-writers.ts';

/** Writes the payments once with one writer: milliseconds and highest memory to standard output, the file beside. */
const [name = '', file = ''] = process.argv.slice(2);
const load = Object.entries(writers).find(([known]) => known === name)?.[1];
if (load === undefined) throw new Error('This is started by payments.ts: npm run bench -- payments.');
const write = await load();
const payments = paymentsOf(name === 'wayfare-nok' ? 'NOK' : 'EUR');
const began = performance.now();
const bytes = write(payments);
const milliseconds = performance.now() - began;
writeFileSync(file, bytes);
process.stdout.write(JSON.stringify({ milliseconds, mebibytes: resourceUsage().maxRSS / 1024 }));
