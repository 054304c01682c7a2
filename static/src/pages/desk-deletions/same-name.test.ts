import { expect, test } from "vitest";
import { isSameName } from "./same-name";

test("r38_the name of whose room is deleted is typed, with or without the space", () => {
  expect(isSameName("山田 太郎", "山田 太郎")).toBe(true);
  expect(isSameName("山田太郎", "山田 太郎")).toBe(true);
  expect(isSameName("山田 次郎", "山田 太郎")).toBe(false);
  expect(isSameName("", "")).toBe(false);
});
