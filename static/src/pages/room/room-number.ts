/** Zero, which no room has, for an address that somebody mistyped. */
export function roomNumber(typed: string | undefined): number {
  const number = Number(typed);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
