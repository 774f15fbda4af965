import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { own } from '../../functions/pages/style/own.ts';
import { assets } from '../../functions/pages/style.ts';
import { designSystemModule } from '../../infra/styles/module.ts';

const { content } = assets.stylesheet;

describe('the style sheet', () => {
  test('the design system in it is what `npm run styles` makes of the package', () => {
    const kept = readFileSync(new URL('../../functions/pages/style/design-system.ts', import.meta.url), 'utf8');
    expect(kept === designSystemModule(), 'Run `npm run styles`, and look at the pages.').toBe(true);
  });

  test('loads nothing: every picture in it is a data: address', () => {
    const addresses = [...content.matchAll(/url\(["']?([^"')]{0,40})/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address.startsWith('data:image/svg+xml'))).toEqual([]);
    expect(content).not.toMatch(/@import|@font-face/);
  });

  test('uses no token that the theme does not have', () => {
    const used = new Set([...own.matchAll(/var\((--ds-[a-z0-9-]+)/g)].map(([, name]) => name ?? ''));
    expect([...used].filter((name) => !content.includes(`${name}:`))).toEqual([]);
  });

  test('is small enough for a telephone far away', () => {
    expect(content.length).toBeLessThan(110_000);
  });
});

describe('contrast', () => {
  const colour = (name: string): string =>
    new RegExp(`--ds-color-${name}:(#[0-9a-f]{3,6})`).exec(content)?.[1] ?? `no ${name}`;

  test.each([
    ['text', 'neutral-text-default', 'neutral-background-tinted'],
    ['quiet text', 'neutral-text-subtle', 'neutral-background-tinted'],
    ['quiet text on a card', 'neutral-text-subtle', 'accent-surface-default'],
    ['a link', 'accent-text-subtle', 'neutral-background-tinted'],
    ['a button', 'accent-base-contrast-default', 'accent-base-default'],
    ['a button under the mouse', 'accent-base-contrast-default', 'accent-base-hover'],
    ['a dangerous button', 'danger-base-contrast-default', 'danger-base-default'],
    ['an error', 'danger-text-subtle', 'neutral-background-tinted'],
    ['a tick', 'accent-base-contrast-default', 'success-base-default'],
    ['good news', 'success-text-default', 'success-surface-tinted'],
    ['what waits', 'warning-text-default', 'warning-surface-tinted'],
    ['bad news', 'danger-text-default', 'danger-surface-tinted'],
  ])('%s is at least 4.5 : 1', (_what, text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
});

/** As WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = (digits ?? []).map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
