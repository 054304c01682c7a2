/** Typed by hand: spaces, and the width of letters, make no other name. */
export function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");
  return plain(typed) !== "" && plain(typed) === plain(name);
}
