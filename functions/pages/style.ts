import { createHash } from 'node:crypto';
import { designSystem } from './style/design-system.ts';
import { own } from './style/own.ts';

const whole = `${designSystem}\n${own}`;

/** The sign in the browser's tab: a way that arrives. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0062ba"/><path d="M6 10l5 13 5-11 5 11 5-13" fill="none" stroke="#fff" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

const named = (content: string, ending: string): string =>
  `/assets/${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${ending}`;

/** Files beside the pages. Their names hold a hash of their content, so that they may be cached for ever. */
export const assets = {
  stylesheet: { path: named(whole, 'css'), type: 'text/css; charset=utf-8', content: whole },
  icon: { path: named(icon, 'svg'), type: 'image/svg+xml', content: icon },
} as const;
