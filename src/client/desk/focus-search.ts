/** Puts the focus into the search box, with what is in it selected, to be typed over. */
export function focusSearch(): void {
  const input = document.querySelector<HTMLInputElement>('search input');
  input?.focus();
  input?.select();
}
