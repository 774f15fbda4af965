import { vi } from 'vitest';

/** Keeps what is written to the console and the standard streams from now on, and still lets it through. */
export function listen(): { readonly text: () => string; readonly stop: () => void } {
  const heard: string[] = [];
  const keep = (...what: readonly unknown[]): void => {
    heard.push(what.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
  };
  const spies = [
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name)),
    ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write')),
  ];
  return {
    text: () => {
      for (const { mock } of spies)
        for (const call of mock.calls) keep(...call.filter((part) => typeof part !== 'function'));
      return heard.join('\n');
    },
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
