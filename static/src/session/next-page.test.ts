import { expect, test } from "vitest";
import { safeNextPage, startPage } from "./next-page";

test("the place is kept across a new sign-in", () => {
  expect(safeNextPage("/desk/applications/4-26-000123-45?tab=1")).toBe(
    "/desk/applications/4-26-000123-45?tab=1",
  );
});

test.each([
  undefined,
  "",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "javascript:alert(1)",
  "/sign-in",
])("%j is no page to go to", (next) => {
  expect(safeNextPage(next)).toBeNull();
});

test("a clerk starts at the desk, everybody else at home", () => {
  expect(startPage({ desk: "city" })).toBe("/desk");
  expect(startPage({ desk: null })).toBe("/home");
  expect(startPage({ desk: "association" })).toBe("/desk");
});
