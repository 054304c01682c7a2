/** The page on the server of each form that a manager files. */
const FORM_PAGES: Record<number, string> = {
  4: "/apply/account",
  5: "/apply/organization-change",
  6: "/apply/account-stop",
};

/** Where an application like one about a collaboration room begins anew; a request to close begins on the room's page. */
const ROOM_COPIES: Record<number, string | null> = { 1: "/rooms/new", 2: "/rooms/membership", 3: null };

interface ApplicationLinks {
  follow: string;
  /** Null where a form has no page of its own yet. */
  correct: string | null;
  copy: string | null;
  withdraw: string;
}

/** Where to go on with an application; a signed-in manager needs no passcode for those of the organization (R13b). */
export function applicationLinks(form: number, receipt: string): ApplicationLinks {
  const copies = ROOM_COPIES[form];
  if (copies !== undefined) {
    const follow = `/rooms/applications/${receipt}`;
    // It is withdrawn on its own page.
    return {
      follow,
      correct: `${follow}/correction`,
      copy: copies && `${copies}?copy=${receipt}`,
      withdraw: follow,
    };
  }
  const page = FORM_PAGES[form] ?? null;
  return {
    follow: `/apply/status/${receipt}`,
    correct: page && `${page}/${receipt}/correct`,
    copy: page && `${page}?copy=${receipt}`,
    withdraw: `/apply/status/${receipt}/withdraw`,
  };
}
