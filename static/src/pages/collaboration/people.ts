import type { RoomPersonInput } from "../../api/rooms";
import type { MemberInput } from "../../api/support";

/** Somebody with an account whom a form about a room names, with what the page shows of the person. */
export interface ChosenPerson extends MemberInput {
  /** Kept for whoever was named by it on the public page. */
  login_id: string;
}

/** What the server is sent: it looks up the rest. */
export function inputOfPerson({ user_id, login_id, name }: ChosenPerson): RoomPersonInput {
  return { user_id, login_id, name };
}

/** Somebody whom the kept form names; it says no more than the name. */
export function personOfInput(input: RoomPersonInput): ChosenPerson {
  return { ...input, kana: "", profession: "", organization_name: "" };
}

export function personOfMember(member: MemberInput): ChosenPerson {
  return { ...member, login_id: "" };
}

export function numbersOf(people: ChosenPerson[]): Set<number> {
  return new Set(people.map(({ user_id }) => user_id).filter((id) => id !== null));
}

interface Added {
  people: ChosenPerson[];
  /** What happened, for whoever does not see it. */
  message: string;
}

/** The people with these added at the end, each once and no more than the form takes. */
export function withPeople(people: ChosenPerson[], members: MemberInput[], max: number): Added {
  const before = numbersOf(people);
  const wanted = members.filter(({ user_id }) => user_id !== null && !before.has(user_id));
  const added = wanted.slice(0, max - people.length).map(personOfMember);
  const all = [...people, ...added];
  return { people: all, message: messageOf(added, wanted.length - added.length, all.length, max) };
}

function messageOf(added: ChosenPerson[], leftOut: number, now: number, max: number): string {
  const [first] = added;
  const who = added.length === 1 && first ? first.name : `${added.length}人`;
  const done = added.length > 0 ? `${who}を加えました。今は${now}人です。` : "";
  return leftOut > 0 ? `${done}一度に申請できるのは${max}人までです。` : done;
}
