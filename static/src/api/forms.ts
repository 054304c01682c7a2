/** The forms whose applications a desk decides: accounts, changes of an organization, stops; support rooms, care teams. */
export const FORMS = [4, 5, 6, 7, 8] as const;
export type Form = (typeof FORMS)[number];

/** The first digit of a receipt number is the number of its form. */
export function formOf(receipt: string): Form | null {
  return FORMS.find((form) => receipt.startsWith(`${form}-`)) ?? null;
}
