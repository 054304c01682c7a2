import { expect, test } from "vitest";
import { addressOf } from "./finding";

test("what is looked for stands in the address", () => {
  expect(addressOf({ query: "", theme: 0 })).toBe("/rooms/find");
  expect(addressOf({ query: "研修 & 連絡", theme: 3 })).toBe(
    "/rooms/find?query=%E7%A0%94%E4%BF%AE+%26+%E9%80%A3%E7%B5%A1&theme=3",
  );
});
