/** The forms whose applications a desk decides: accounts, changes of an organization, stops. */
export const FORMS = [4, 5, 6] as const;
export type Form = (typeof FORMS)[number];

/** The first digit of a receipt number is the number of its form. */
export function formOf(receipt: string): Form | null {
  return FORMS.find((form) => receipt.startsWith(`${form}-`)) ?? null;
}
