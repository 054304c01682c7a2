/** Moves the focus to what is on the page once the change that was just made is shown. */
export function focusSoon(id: string) {
  setTimeout(() => document.getElementById(id)?.focus());
}
