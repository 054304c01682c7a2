import { NO_ANSWER, type Problem } from "../../api/problem";
import type { AccountHolderInput, RoomApplicationInput } from "../../api/rooms";
import { type ChosenPerson, inputOfPerson, personOfInput } from "../collaboration/people";

/** The application to open a room as it is being filled in. */
export interface RoomFields extends Omit<RoomApplicationInput, "participants"> {
  participants: ChosenPerson[];
}

export function newRoom(applicant: AccountHolderInput): RoomFields {
  return {
    applicant,
    name: "",
    purpose: "",
    theme_id: null,
    scope: "",
    participants: [],
    visibility: "",
    rules_accepted: false,
  };
}

export function inputOf({ participants, ...fields }: RoomFields): RoomApplicationInput {
  return { ...fields, participants: participants.map(inputOfPerson) };
}

/** The form filled in with what was filed and is corrected now. */
export function fieldsOf({ participants, ...content }: RoomApplicationInput): RoomFields {
  return { ...content, participants: participants.map(personOfInput) };
}

/** A new application that begins with what an old one says; the rules are accepted anew (R23). */
export function copyOf(content: RoomApplicationInput, applicant: AccountHolderInput): RoomFields {
  const { channel: _, ...fields } = fieldsOf(content);
  const others = fields.participants.filter(({ login_id }) => login_id !== applicant.login_id);
  return { ...fields, applicant, participants: others, rules_accepted: false };
}

const REQUIRED = "入力してください。";

/** What is still blank, told as the server would, so that nobody is asked to confirm half a form. */
export function blanksIn(fields: RoomFields): Problem | null {
  const blank = (field: keyof RoomFields, isBlank: boolean, message: string) =>
    isBlank ? [{ field, code: "required", message }] : [];
  const errors = [
    ...blank("name", fields.name.trim() === "", REQUIRED),
    ...blank("purpose", fields.purpose.trim() === "", REQUIRED),
    ...blank("theme_id", fields.theme_id === null, "テーマを選んでください。"),
    ...blank("scope", fields.scope.trim() === "", REQUIRED),
    ...blank("visibility", fields.visibility === "", "どちらかを選んでください。"),
    ...blank("rules_accepted", !fields.rules_accepted, "ルールを読み、守ることに同意してください。"),
  ];
  if (errors.length === 0) return null;
  const title = `入力内容に直すところが${errors.length}か所あります`;
  return { ...NO_ANSWER, status: 422, code: "invalid", title, detail: null, errors };
}
