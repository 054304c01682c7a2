import type { AccountHolderInput, MembershipInput } from "../../api/rooms";
import { type ChosenPerson, inputOfPerson, personOfInput } from "../collaboration/people";

export interface ChosenRoom {
  room_id: number;
  /** "" of a room that a link names and that this person cannot look up. */
  name: string;
  /** Not known of a room that an old form names. */
  purpose: string | null;
}

/** The application to join or to leave as it is being filled in; the first question is which of the two (R25). */
export interface MembershipFields {
  change: MembershipInput["change"];
  applicant: AccountHolderInput;
  /** Null while none is chosen; then the typed name is what the server is sent. */
  room: ChosenRoom | null;
  room_name: string;
  people: ChosenPerson[];
  reason: string;
  channel?: MembershipInput["channel"];
}

interface Filer {
  user_id: number;
  is_manager: boolean;
}

/** R25: to leave, one asks for oneself; a manager for the people of his organization. */
export function choosesPeople({ change }: Pick<MembershipFields, "change">, { is_manager }: Filer): boolean {
  return change !== "leave" || is_manager;
}

/** Who is named by the form: of somebody who leaves and manages nobody, only that person, whoever was chosen before. */
export function peopleOf(fields: MembershipFields, me: Filer, self: ChosenPerson): ChosenPerson[] {
  return choosesPeople(fields, me) ? fields.people : [self];
}

/** The number of a room, when that is what was typed: no room may be called by digits alone (R24). */
function numberIn(typed: string): number | null {
  const digits = typed.normalize("NFKC").trim();
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

export function inputOf(fields: MembershipFields, people: ChosenPerson[]): MembershipInput {
  const { change, applicant, room, room_name, reason, channel } = fields;
  return {
    change,
    applicant,
    room_id: room?.room_id ?? numberIn(room_name),
    room_name: room?.name ?? room_name.trim(),
    people: people.map(inputOfPerson),
    reason,
    ...(channel ? { channel } : {}),
  };
}

/** The form filled in with what was filed and is corrected now. */
export function fieldsOf(content: MembershipInput): MembershipFields {
  const { change, applicant, room_id, room_name, people, reason, channel } = content;
  return {
    change,
    applicant,
    room: room_id === null ? null : { room_id, name: room_name, purpose: null },
    room_name,
    people: people.map(personOfInput),
    reason,
    ...(channel ? { channel } : {}),
  };
}

/** A new application that begins with what an old one says. */
export function copyOf(content: MembershipInput, applicant: AccountHolderInput): MembershipFields {
  const { channel: _, ...fields } = fieldsOf(content);
  return { ...fields, applicant };
}

/** 参加 or 退出 of a link to the form; anything else leaves the question open. */
export function changeIn(text: string | undefined): MembershipFields["change"] {
  return text === "join" || text === "leave" ? text : "";
}
