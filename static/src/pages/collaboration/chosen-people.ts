import type { RoomPersonInput } from "../../api/rooms";
import type { MemberInput } from "../../api/support";

/** Somebody of the directory, as a form about a room names him. */
export function personOf(member: MemberInput): RoomPersonInput {
  return { user_id: member.user_id, login_id: "", name: member.name };
}

/** One more, once each. */
export function withPerson(people: RoomPersonInput[], person: RoomPersonInput): RoomPersonInput[] {
  return people.some((each) => isSame(each, person)) ? people : [...people, person];
}

/** One less. */
export function withoutPerson(people: RoomPersonInput[], person: RoomPersonInput): RoomPersonInput[] {
  return people.filter((each) => !isSame(each, person));
}

function isSame(one: RoomPersonInput, other: RoomPersonInput): boolean {
  return one.user_id === other.user_id && one.login_id === other.login_id;
}

/** The numbers of the accounts that are chosen. */
export function chosenIds(people: RoomPersonInput[]): Set<number> {
  return new Set(people.map(({ user_id }) => user_id).filter((id) => id !== null));
}
