/** axe finds nothing wrong with what a page shows, in either theme. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** `name`: what is looked at, for who reads what was found. `within`: a selector, where the rest was looked at before. */
export async function axeClean(page: Page, name: string, within = 'html'): Promise<void> {
  const look = async (theme: string, rules: AxeBuilder): Promise<void> => {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme);
    const { violations } = await rules.include(within).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, `${name}, ${theme}`).toEqual([]);
  };
  // In the other theme only the colours are others.
  await look('light', new AxeBuilder({ page }).withRules(['color-contrast']));
  await look('dark', new AxeBuilder({ page }));
}
