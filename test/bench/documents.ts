import { documentPdf } from '../../shared/documents/pdf/render.ts';
import { documentsIn } from '../documents/cases.ts';
import type { Figure } from './figures.ts';

const ROUNDS = 20;

/** One document of each kind and language, made over and over on one core. */
export async function benchDocuments(): Promise<Figure[]> {
  const contents = (await Promise.all((['en', 'nb', 'nl'] as const).map(documentsIn))).flat();
  const [first] = contents;
  if (!first) throw new Error('The example case has issued no document.');
  const cold = await timed(() => documentPdf(first, 'bench'));
  for (const content of contents) await documentPdf(content, 'bench');
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const content of contents) {
      const { ms, result } = await timed(() => documentPdf(content, `bench ${round}`));
      times.push(ms);
      bytes = Math.max(bytes, result.length);
    }
  }
  times.sort((a, b) => a - b);
  return [
    {
      name: 'a document as PDF, median',
      value: times[Math.floor(times.length / 2)] ?? 0,
      unit: 'ms',
      target: { atMost: 100 },
      how: `Content to bytes, ${times.length} files of four kinds in three languages, warm.`,
    },
    {
      name: 'a document as PDF, slowest of a hundred',
      value: times[Math.floor(times.length * 0.99)] ?? 0,
      unit: 'ms',
      target: { atMost: 100 },
      how: 'The same run, 99th percentile.',
    },
    {
      name: 'the first document',
      value: cold.ms,
      unit: 'ms',
      how: 'The first file of the process, whose modules are loaded: reads and parses the fonts.',
    },
    {
      name: 'largest document',
      value: bytes / 1000,
      unit: 'kB',
      how: 'The agreement, with the letters of both fonts that it uses.',
    },
  ];
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}
