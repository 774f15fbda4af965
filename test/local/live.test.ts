import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Host, startHost } from '../../infra/local/host.ts';
import { openCase } from '../../shared/mobility/perform.ts';
import { application, depsOf, OPEN_DAY } from './applications.ts';
import { temporaryFolder } from './fixtures.ts';

describe('the live host works by itself', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ dataDir: temporaryFolder(), clock: 'live', startAt: OPEN_DAY });
  });
  afterAll(() => host.stop());

  it('mails go out without anybody asking for it', async () => {
    await openCase(depsOf(host), application(1));
    host.nudge();
    await vi.waitFor(() => expect(host.mailbox.count()).toBe(2), { timeout: 20_000, interval: 20 });
  });

  it('time goes on, and can be moved on', async () => {
    const before = host.clock.now();
    // A week and a day: the seventh may be a holiday, on which nobody is reminded.
    await host.advanceBy(8);
    expect(Date.parse(host.clock.now()) - Date.parse(before)).toBeGreaterThanOrEqual(7 * 86_400_000);
    expect(host.mailbox.count()).toBeGreaterThan(2);
  });
});

describe('npm start', () => {
  const dataDir = temporaryFolder();
  const otherDir = temporaryFolder();
  let first: ChildProcess;

  function run(variables: Record<string, string>): {
    child: ChildProcess;
    said: string[];
    found: (text: string) => Promise<void>;
  } {
    const script = join(import.meta.dirname, '../../infra/local/main.ts');
    const child = spawn(process.execPath, [script], {
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    const waiting = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        for (const look of waiting) look();
      });
    }
    const found = (text: string) =>
      new Promise<void>((done) => {
        const look = () => said.some((line) => line.includes(text)) && done();
        waiting.add(look);
        look();
      });
    return { child, said, found };
  }

  let port: string;
  let says: (text: string) => Promise<void>;
  beforeAll(async () => {
    const { child, said, found } = run({ PORT: '0', WAYFARE_DATA: dataDir });
    first = child;
    says = found;
    await found('Ctrl-C stops');
    port = /127\.0\.0\.1:(\d+)/.exec(said.join('\n'))?.[1] ?? '';
  });
  afterAll(() => first.kill('SIGKILL'));

  it('says where to go, and there is the first page', async () => {
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });

  it('begins on a day on which somebody can apply', async () => {
    const { status } = await fetch(`http://127.0.0.1:${port}/apply/nhh`);
    expect(status).toBe(200);
  });

  it.each([
    ['the same folder', '0', dataDir, 'Another Wayfare is running'],
    ['a port that is taken', '', otherDir, 'is in use by another program'],
    ['a port that is none', 'abc', otherDir, 'PORT=abc is no port'],
  ])('a second one on %s ends with a sentence', async (_name, asked, folder, sentence) => {
    const { child, said } = run({ PORT: asked || port, WAYFARE_DATA: folder });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(said.join('\n')).toContain(sentence);
    expect(said.join('\n')).not.toContain('    at ');
  });

  it('begins anew with an empty folder, at the same address, when a visitor asks for it', async () => {
    const url = `http://127.0.0.1:${port}`;
    const body = new URLSearchParams({ step: 'month' });
    await fetch(`${url}/local/clock`, { method: 'POST', body });
    const before = await (await fetch(`${url}/local/clock`)).text();
    expect(await (await fetch(`${url}/local/begin-anew`)).text()).toContain('It cannot be undone.');
    await fetch(`${url}/local/begin-anew`, { method: 'POST' });
    await says('Begun anew.');
    const after = await (await fetch(`${url}/local/clock`)).text();
    const day = (page: string) => /\d{4}-\d{2}-\d{2}/.exec(page)?.[0] ?? '';
    expect(day(after) < day(before)).toBe(true);
  });

  it('Ctrl-C ends it in order', async () => {
    first.kill('SIGINT');
    expect(await once(first, 'exit')).toEqual([0, null]);
  });
});
