import type { Page } from '@playwright/test';

/** The button of the top bar that shows the account, among several. */
export const accountButton = (page: Page, name: string) =>
  page.getByRole('button', { name: `Account: ${name}`, exact: true });

export const choice = (page: Page) => page.getByRole('dialog', { name: 'Switch account' });

/** Chooses an account in the dialog of the top bar. */
export async function chooseAccount(page: Page, from: string, to: string): Promise<void> {
  await accountButton(page, from).click();
  await choice(page).getByRole('option', { name: to }).click();
}
