import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Widths that are looked at by eye. */
const looked = [1000, 360, 320];

/** With PHOTOGRAPHS=folder every page is kept there as pictures, for a person to look at. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.PHOTOGRAPHS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const width of looked) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${folder}/${name.replaceAll(/\W+/g, '-')}-${width}.png`, fullPage: true });
  }
}
