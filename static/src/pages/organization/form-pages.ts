/** The forms a manager files, each with its page on the server. */
const FORMS: Record<number, { name: string; page: string }> = {
  4: { name: "アカウントの申請と誓約", page: "/apply/account" },
  5: { name: "団体・担当者・端末の変更", page: "/apply/organization-change" },
  6: { name: "アカウントの利用中止", page: "/apply/account-stop" },
};

/** 様式第4号 アカウントの申請と誓約 */
export function formName(form: number): string {
  return [`様式第${form}号`, FORMS[form]?.name].filter(Boolean).join(" ");
}

interface ApplicationLinks {
  follow: string;
  /** Null where a form has no page of its own yet. */
  correct: string | null;
  copy: string | null;
  withdraw: string;
}

/** Where to go on with an application; a signed-in manager needs no passcode for those of the organization (R13b). */
export function applicationLinks(form: number, receipt: string): ApplicationLinks {
  const page = FORMS[form]?.page ?? null;
  return {
    follow: `/apply/status/${receipt}`,
    correct: page && `${page}/${receipt}/correct`,
    copy: page && `${page}?copy=${receipt}`,
    withdraw: `/apply/status/${receipt}/withdraw`,
  };
}
