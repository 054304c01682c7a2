import { expect, it } from "vitest";
import { startOf } from "./membership-start";

it("reads what a link says and nothing else", () => {
  expect(startOf({ change: "leave", room: "12" })).toMatchObject({ change: "leave", room: 12, person: null });
  expect(startOf({ change: "close", room: "x" })).toMatchObject({ change: "", room: null, others: false });
  const { person } = startOf({ change: "leave", user: "7", name: "山田 花子" });
  expect(person).toEqual({ user_id: 7, login_id: "", name: "山田 花子" });
});
