import type { CareTeamAlerts, StopAlert } from "../../api/types";

/** Rooms that the stop would leave without anybody whom R17 asks for. */
export function endangered(stop: StopAlert): StopAlert["rooms"] {
  return stop.rooms.filter((room) => room.last_clinician);
}

/** The stops that leave a room without doctor and visiting nurse first, then by the day on which they count. */
export function mostUrgentFirst(stops: StopAlert[]): StopAlert[] {
  const day = (stop: StopAlert) => stop.last_day ?? "";
  return stops.toSorted(
    (one, other) =>
      Number(endangered(one).length === 0) - Number(endangered(other).length === 0) ||
      day(one).localeCompare(day(other)) ||
      one.filed_at.localeCompare(other.filed_at),
  );
}

/** How many things a clerk should look at, for the number beside the link. */
export function countOf(alerts: CareTeamAlerts): number {
  return alerts.stops.length + alerts.without_clinician.length;
}
