import { expect, test } from "vitest";
import { FORMS } from "../../api/forms";
import { deskOf, followAddress, mayMail } from "./mailed-forms";

test("r1 r11 who may mail which form, and where it goes", () => {
  expect(FORMS.filter((form) => mayMail(form, false))).toEqual([1, 2, 3, 7, 8]);
  expect(FORMS.filter((form) => mayMail(form, true))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(FORMS.filter((form) => deskOf(form) === "association")).toEqual([7, 8]);
});

test("what was entered is followed where its kind is", () => {
  expect(followAddress(7, "7-26-000001-01")).toBe("/support-rooms/7-26-000001-01");
  expect(followAddress(2, "2-26-000001-01")).toBe("/rooms/applications/2-26-000001-01");
  expect(followAddress(5, "5-26-000001-01")).toBe("/apply/status/5-26-000001-01");
});
