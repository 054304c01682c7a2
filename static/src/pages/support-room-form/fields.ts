import type { ConsentInput, MemberInput, RegistrantInput, SupportRoomInput } from "../../api/support";
import { typedDay } from "../../dates/typed-day";
import { type ApplicantFields, applicantOf, type Filer, filedBy, NO_APPLICANT } from "../care-team/applicant";

/** A member as a line of the form; the key stays the same while lines before it come and go. */
export interface MemberFields extends MemberInput {
  key: number;
}

/** Forms 7 and 8 as they are being filled in. What is put off stays filled in. */
export interface SupportRoomFields {
  applicant: ApplicantFields;
  registrant: RegistrantInput;
  consentLater: boolean;
  consent: ConsentInput;
  /** R19: the person agreed beforehand that a scan counts as the original. */
  scanAgreed: boolean;
  teamLater: boolean;
  members: MemberFields[];
}

const NO_CONSENT: ConsentInput = {
  signed_by: "",
  representative_name: "",
  representative_relation: "",
  signed_on: "",
  scan_agreed_on: "",
};

export const NO_FIELDS: SupportRoomFields = {
  applicant: NO_APPLICANT,
  registrant: { name: "", kana: "", birth_date: "", postal_code: "", address: "", phone: "" },
  consentLater: false,
  consent: NO_CONSENT,
  scanAgreed: false,
  teamLater: false,
  members: [],
};

/** What the server is sent: a half that is put off is left out (R14). */
export function inputOf(fields: SupportRoomFields, me: Filer): SupportRoomInput {
  const draft = draftOf(fields, me);
  return {
    ...draft,
    consent: fields.consentLater ? null : consentInput(fields),
    team: fields.teamLater ? null : { members: fields.members.map(withoutKey) },
  };
}

/** What is kept on the server meanwhile: also a half that is put off, as far as it is filled in. */
export function draftOf(fields: SupportRoomFields, me: Filer): SupportRoomInput {
  const { registrant } = fields;
  const consent = consentInput(fields);
  return {
    ...filedBy(fields.applicant, me),
    registrant: {
      ...registrant,
      birth_date: typedDay(registrant.birth_date) ?? registrant.birth_date.trim(),
    },
    consent: isBlank(consent) ? null : consent,
    team: fields.members.length > 0 ? { members: fields.members.map(withoutKey) } : null,
  };
}

function consentInput({ consent, scanAgreed }: SupportRoomFields): ConsentInput {
  const represented = consent.signed_by === "representative";
  return {
    ...consent,
    representative_name: represented ? consent.representative_name : "",
    representative_relation: represented ? consent.representative_relation : "",
    scan_agreed_on: scanAgreed ? consent.scan_agreed_on : "",
  };
}

function isBlank(consent: ConsentInput): boolean {
  return Object.values(consent).every((value) => value === "");
}

function withoutKey({ key: _, ...member }: MemberFields): MemberInput {
  return member;
}

/** The form filled in with a draft, or with what was filed and is corrected now. */
export function fieldsOf(content: SupportRoomInput): SupportRoomFields {
  const { registrant, consent, team } = content;
  return {
    applicant: applicantOf(content),
    registrant: { ...NO_FIELDS.registrant, ...registrant },
    // Whoever returns to half a set has come to bring the other half.
    consentLater: false,
    consent: { ...NO_CONSENT, ...withoutNulls(consent ?? {}) },
    scanAgreed: Boolean(consent?.scan_agreed_on),
    teamLater: false,
    members: (team?.members ?? []).map((member, key) => ({ ...member, key })),
  };
}

/** The server leaves out what does not apply. */
function withoutNulls(consent: Partial<ConsentInput>): Partial<ConsentInput> {
  return Object.fromEntries(Object.entries(consent).filter(([, value]) => value != null));
}

/** One more line at the end of the team. */
export function withMember(fields: SupportRoomFields, member: MemberInput): SupportRoomFields {
  const key = Math.max(-1, ...fields.members.map((each) => each.key)) + 1;
  return { ...fields, members: [...fields.members, { ...member, key }] };
}

export function withoutMember(fields: SupportRoomFields, key: number): SupportRoomFields {
  return { ...fields, members: fields.members.filter((member) => member.key !== key) };
}
