import type { RegistrantRoom } from "../../api/types";
import { japanDay } from "../../dates/wareki";

/** Membership ends at a moment, often the first of a day; the last day is the one before that moment. */
export function lastDayBefore(until: string): string {
  return japanDay(new Date(Date.parse(until) - 1));
}

/** The room that is open, else the one closed last; then the others, newest first. */
export function inOrder(rooms: RegistrantRoom[]): RegistrantRoom[] {
  return rooms.toSorted(
    (one, other) =>
      Number(one.closed_at !== null) - Number(other.closed_at !== null) ||
      Date.parse(other.opened_at) - Date.parse(one.opened_at),
  );
}

/** What can be done with a room now. */
export function possibleIn(room: RegistrantRoom, rooms: RegistrantRoom[]) {
  const closed = room.closed_at !== null;
  const deleted = room.content_deleted_at !== null;
  return {
    // Broken glass opens no closed room: that one is open to nobody.
    look: !closed,
    close: !closed,
    reopen: closed && !deleted && rooms.every((each) => each.closed_at !== null),
    deleted,
  };
}

/** The day until which the content is kept is over (a day in Japan). */
export function keptLongEnough(room: Pick<RegistrantRoom, "retain_until">, today: string): boolean {
  return room.retain_until !== null && room.retain_until < today;
}
