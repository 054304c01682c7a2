/**
 * The forms whose applications a desk decides: accounts, changes of an organization, stops; support rooms, care teams; and
 * those about collaboration rooms, which have a number only here: to open, to join or leave, to close. 9 is any of them, as
 * it came by mail.
 */
export const FORMS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Form = (typeof FORMS)[number];

/** The first digit of a receipt number is the number of its form. */
export function formOf(receipt: string): Form | null {
  return FORMS.find((form) => receipt.startsWith(`${form}-`)) ?? null;
}
