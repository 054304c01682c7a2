// What people type from a paper letter: full-width letters, lower case, spaces and any of a dozen dashes.
const SEPARATORS = /[\s\u002d\u2010-\u2015\u2212\u30fc\uff0d\uff70・.]/g;

/** The authentication code as the server compares it: upper case, without separators. */
export function normalizeCode(typed: string): string {
  return typed.normalize("NFKC").toUpperCase().replace(SEPARATORS, "");
}

/** The eight digits of a login ID. */
export function normalizeLoginId(typed: string): string {
  return typed.normalize("NFKC").replace(SEPARATORS, "");
}

/** 4827-1935, as it is printed on the notice. */
export function formatLoginId(loginId: string): string {
  const digits = normalizeLoginId(loginId);
  return /^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4)}` : digits;
}

export function isLoginId(typed: string): boolean {
  return /^\d{8}$/.test(normalizeLoginId(typed));
}
