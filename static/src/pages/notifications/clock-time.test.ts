import { expect, test } from "vitest";
import { clockTime, minutesOf } from "./clock-time";

test("a time of the day is minutes after midnight", () => {
  expect(clockTime(480)).toBe("08:00");
  expect(clockTime(1439)).toBe("23:59");
  expect(minutesOf("22:05")).toBe(1325);
  for (const typed of ["", "24:00", "8:00", "12:60", "なし"]) expect(minutesOf(typed)).toBeNull();
});
