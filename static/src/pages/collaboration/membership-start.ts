import type { RoomPersonInput } from "../../api/rooms";
import type { MembershipChange } from "../../api/types";
import { roomNumber } from "../room/room-number";

interface Start {
  change: MembershipChange | "";
  room: number | null;
  /** Somebody of the manager's organization whom a link names; oneself otherwise. */
  person: RoomPersonInput | null;
  /** It is about others than oneself. */
  others: boolean;
}

/** What a link to the form says; anything else in it counts for nothing. */
export function startOf(query: Record<string, string>): Start {
  const change = query.change === "join" || query.change === "leave" ? query.change : "";
  const user = roomNumber(query.user);
  return {
    change,
    room: roomNumber(query.room) || null,
    person: user ? { user_id: user, login_id: "", name: query.name ?? "" } : null,
    others: query.others === "1",
  };
}
