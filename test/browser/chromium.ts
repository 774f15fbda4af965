import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The success criteria of WCAG 2.2 at A and AA, as far as a machine can check them. */
const criteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The narrowest telephone that has to do, and a desk. */
export const widths = [320, 1000] as const;

/** One Chromium for all tests of a file. */
export function useChromium(): { readonly browser: () => Browser } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: EXECUTABLE, args });
  });
  afterAll(() => browser?.close());
  return {
    browser: () => {
      if (!browser) throw new Error('The browser is not there yet.');
      return browser;
    },
  };
}

/** What should never be seen of a page, noted as it happens. */
export class Watch {
  readonly errors: string[] = [];
  readonly elsewhere: string[] = [];

  constructor(context: BrowserContext, origin: string) {
    context.on('console', (message) => {
      // The browser itself writes a line for every answer of 400 and more; those are looked at apart.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.errors.push(message.text());
      }
    });
    context.on('weberror', (error) => this.errors.push(error.error().message));
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) this.elsewhere.push(url);
    });
  }
}

/** Presses a button or link that leads to another page, and waits until that one is there. */
export async function press(leading: Locator): Promise<void> {
  const there = leading.page().waitForEvent('load');
  await leading.click();
  await there;
}

/** Everything that is wrong with the page as it stands in the browser; nothing is an empty list. */
export async function faults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await tooWide(page)).map((what) => `${width} px: ${what}`));
    found.push(...(await violations(page)).map((what) => `${width} px: ${what}`));
  }
  return [...found, ...(await undressed(page))];
}

/** What reaches over the right edge, so that one would have to scroll sideways. */
async function tooWide(page: Page): Promise<readonly string[]> {
  const over = await page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  if (over <= 0) return [];
  const outside = await page
    .locator('body *')
    .evaluateAll(
      (elements, edge) =>
        elements
          .filter((one) => one.getBoundingClientRect().right > edge + 1)
          .map((one) => one.outerHTML.slice(0, 120)),
      page.viewportSize()?.width ?? 0,
    );
  return [`too wide by ${over}: ${outside.slice(-3).join(' | ')}`];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const options: RunOptions = { runOnly: criteria, resultTypes: ['violations'], iframes: false };
  const results = await page.locator('html').evaluate(async (html, asked): Promise<AxeResults> => {
    const { axe: tester } = globalThis as unknown as {
      axe: { run(root: unknown, asked: unknown): Promise<AxeResults> };
    };
    return tester.run(html, asked);
  }, options);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Elements that the design system dresses by a class, and that somebody forgot to give it. */
async function undressed(page: Page): Promise<readonly string[]> {
  const bare = [
    'button:not(.ds-button)',
    'a:not(.ds-link,.ds-button,.ds-skip-link)',
    ':is(h1,h2,h3):not(.ds-heading)',
    'table:not(.ds-table)',
    'label:not(.ds-label)',
    'input:not(.ds-input,[type=hidden])',
    ':is(select,textarea):not(.ds-input)',
    'fieldset:not(.ds-fieldset)',
    'details:not(.ds-details)',
  ];
  const found = await page
    .locator(bare.join(','))
    .evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 120)));
  return found.map((element) => `without its class: ${element}`);
}
