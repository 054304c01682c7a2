import { expect, test } from "vitest";
import type { RegistrantRoom } from "../../api/types";
import { inOrder, keptLongEnough, lastDayBefore, possibleIn } from "./team";

const room = (room_id: number, more: Partial<RegistrantRoom> = {}): RegistrantRoom =>
  ({
    room_id,
    opened_at: "2026-10-01T00:00:00Z",
    closed_at: null,
    content_deleted_at: null,
    ...more,
  }) as never;

test("the last day of who leaves at the beginning of a day is the day before", () => {
  expect(lastDayBefore("2026-11-30T15:00:00Z")).toBe("2026-11-30");
  expect(lastDayBefore("2026-11-30T03:12:00Z")).toBe("2026-11-30");
});

test("the open room comes first, then the one opened last", () => {
  const closed_at = "2026-11-01T00:00:00Z";
  const rooms = [
    room(1, { closed_at, opened_at: "2026-04-01T00:00:00Z" }),
    room(2, { closed_at, opened_at: "2026-05-01T00:00:00Z" }),
    room(3),
  ];
  expect(inOrder(rooms).map(({ room_id }) => room_id)).toEqual([3, 2, 1]);
});

test("a closed room can be opened again while no other is open and its content is there", () => {
  const closed = room(1, { closed_at: "2026-11-01T00:00:00Z" });
  expect(possibleIn(closed, [closed])).toMatchObject({ reopen: true, close: false, look: false });
  expect(possibleIn(closed, [closed, room(2)]).reopen).toBe(false);
  const deleted = { ...closed, content_deleted_at: "2026-11-20T00:00:00Z" };
  expect(possibleIn(deleted, [deleted])).toMatchObject({ reopen: false, look: false, deleted: true });
  expect(possibleIn(room(2), [room(2)])).toMatchObject({ close: true, reopen: false, look: true });
});

test("r38_content is kept through its last day", () => {
  expect(keptLongEnough({ retain_until: "2026-11-26" }, "2026-11-26")).toBe(false);
  expect(keptLongEnough({ retain_until: "2026-11-25" }, "2026-11-26")).toBe(true);
  expect(keptLongEnough({ retain_until: null }, "2026-11-26")).toBe(false);
});
