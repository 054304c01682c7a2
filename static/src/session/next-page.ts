/** Where to go after signing in; only pages of this front end, never another site. */
export function safeNextPage(next: string | undefined): string | null {
  if (next === undefined || !/^\/[a-z0-9]/i.test(next)) return null;
  const url = new URL(next, "https://tasuki.invalid");
  if (url.host !== "tasuki.invalid" || url.pathname === "/sign-in" || url.pathname === "/first-login")
    return null;
  return url.pathname + url.search;
}

/** The page each person starts with. */
export function startPage(me: { desk: string | null }): string {
  return me.desk ? "/desk" : "/home";
}
