/** What is looked for; it stands in the address, so that the way back leads to the same list. */
export interface Finding {
  query: string;
  /** The number of a theme; 0: of any. */
  theme: number;
}

export function addressOf({ query, theme }: Finding): string {
  const parts = new URLSearchParams();
  if (query) parts.set("query", query);
  if (theme) parts.set("theme", String(theme));
  const text = parts.toString();
  return text ? `/rooms/find?${text}` : "/rooms/find";
}
