import { expect, test } from "vitest";
import { passwordConditions } from "./password-conditions";

const met = (password: string) => passwordConditions(password, "4827-1935").map((condition) => condition.met);

test("r34_an_empty_password_meets_nothing", () => {
  expect(met("")).toEqual([false, false, false]);
});

test("r34_ten_characters_of_letters_and_digits_are_enough", () => {
  expect(met("sakura2026")).toEqual([true, true, true]);
  expect(met("sakura202")).toEqual([false, true, true]);
  expect(met("sakurasakura")).toEqual([true, false, true]);
});

test("r34_the_login_id_is_no_password_however_it_is_written", () => {
  expect(met("nurse4827-1935")).toEqual([true, true, false]);
  expect(met("nurse48271935")).toEqual([true, true, false]);
});
