/** The page on the server of each form that a manager files. */
const FORM_PAGES: Record<number, string> = {
  1: "/apply/room",
  2: "/apply/room-membership",
  3: "/apply/room-closure",
  4: "/apply/account",
  5: "/apply/organization-change",
  6: "/apply/account-stop",
};

interface ApplicationLinks {
  follow: string;
  /** Null where a form has no page of its own yet. */
  correct: string | null;
  copy: string | null;
  withdraw: string;
}

/** Where to go on with an application; a signed-in manager needs no passcode for those of the organization (R13b). */
export function applicationLinks(form: number, receipt: string): ApplicationLinks {
  const page = FORM_PAGES[form] ?? null;
  return {
    follow: `/apply/status/${receipt}`,
    correct: page && `${page}/${receipt}/correct`,
    copy: page && `${page}?copy=${receipt}`,
    withdraw: `/apply/status/${receipt}/withdraw`,
  };
}
