import { expect, test } from "vitest";
import type { CareTeamAlerts, StopAlert } from "../../api/types";
import { countOf, endangered, mostUrgentFirst } from "./alerts";

function stop(user_id: number, last_day: string | null, ...lastClinician: boolean[]): StopAlert {
  const rooms = lastClinician.map((last_clinician, at) => ({ room_id: at, last_clinician }));
  return { user_id, last_day, filed_at: "2026-11-20T00:00:00Z", rooms } as unknown as StopAlert;
}

test("r17_a stop that takes the last doctor or visiting nurse stands on top, then the earlier day", () => {
  const stops = [
    stop(1, "2026-11-30", false),
    stop(2, "2026-12-31", false, true),
    stop(3, null, false),
    stop(4, "2026-12-01", true),
  ];
  expect(mostUrgentFirst(stops).map(({ user_id }) => user_id)).toEqual([4, 2, 3, 1]);
  expect(endangered(stops[1] as StopAlert)).toHaveLength(1);
});

test("the number beside the link counts stops and rooms", () => {
  const alerts = { stops: [stop(1, null, true)], without_clinician: [{ room_id: 1 }, { room_id: 2 }] };
  expect(countOf(alerts as unknown as CareTeamAlerts)).toBe(3);
});
