/** Focuses the search box and selects its text, so that typing replaces it. */
export function focusSearch(): void {
  const input = document.querySelector<HTMLInputElement>('search input');
  input?.focus();
  input?.select();
}
