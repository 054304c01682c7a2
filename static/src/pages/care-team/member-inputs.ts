import type { DirectoryPerson, MemberInput } from "../../api/support";
import type { Me } from "../../api/types";

/** Somebody with an account; the rest is what the directory says, and the server looks it up again. */
export function memberOfPerson(person: DirectoryPerson): MemberInput {
  const { user_id, name, kana, profession, organization_name } = person;
  return { user_id, name, kana, profession, organization_name };
}

export function memberOfMe(me: Me): MemberInput {
  const { user_id, name, kana, profession } = me;
  return { user_id, name, kana, profession, organization_name: me.organization.name };
}

/** Somebody who has no account yet, to be named by hand. */
export const WITHOUT_ACCOUNT: MemberInput = {
  user_id: null,
  name: "",
  kana: "",
  profession: "",
  organization_name: "",
};
