import type { ApplicantInput } from "../../api/support";
import type { Channel, Me } from "../../api/types";
import type { ChosenOrganization } from "../desk/organization-field";

/** Who files. A user only says how to be reached; a clerk types what stands on the paper. */
export interface ApplicantFields extends ApplicantInput {
  channel: Channel | "";
  organization: ChosenOrganization | null;
}

export const NO_APPLICANT: ApplicantFields = {
  name: "",
  kana: "",
  phone: "",
  email: "",
  channel: "",
  organization: null,
};

interface Filed {
  organization_id: number | null;
  applicant: ApplicantInput;
  channel?: Channel;
}

export type Filer = Pick<Me, "name" | "kana" | "desk">;

/** What the server is sent; a user's organization is known to it. */
export function filedBy(fields: ApplicantFields, me: Filer): Filed {
  const { phone, email, channel } = fields;
  if (me.desk === null) {
    return { organization_id: null, applicant: { name: me.name, kana: me.kana, phone, email } };
  }
  return {
    organization_id: fields.organization?.id ?? null,
    applicant: { name: fields.name, kana: fields.kana, phone, email },
    ...(channel ? { channel } : {}),
  };
}

/** What was filed or drafted, for the form; the server gives the organization's number only. */
export function applicantOf(content: {
  organization_id: number | null;
  applicant: ApplicantInput;
  channel?: Channel | "" | null;
}): ApplicantFields {
  const { organization_id: id, applicant, channel } = content;
  return {
    ...NO_APPLICANT,
    ...applicant,
    channel: channel ?? "",
    organization: id === null ? null : { id, name: `利用団体番号 ${id}` },
  };
}
