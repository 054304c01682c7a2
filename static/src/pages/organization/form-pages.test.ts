import { expect, test } from "vitest";
import { formName } from "../../city/words";
import { applicationLinks } from "./form-pages";

test("r13b_every_form_leads_to_its_own_pages", () => {
  expect(formName(6)).toBe("様式第6号 アカウントの利用中止");
  expect(applicationLinks(5, "5-26-000123-45")).toEqual({
    follow: "/apply/status/5-26-000123-45",
    correct: "/apply/organization-change/5-26-000123-45/correct",
    copy: "/apply/organization-change?copy=5-26-000123-45",
    withdraw: "/apply/status/5-26-000123-45/withdraw",
  });
});

test("r13b_an application about a collaboration room is followed among those of whoever is signed in", () => {
  expect(applicationLinks(2, "2-26-000001-24")).toEqual({
    follow: "/rooms/applications/2-26-000001-24",
    correct: "/rooms/applications/2-26-000001-24/correction",
    copy: "/rooms/membership?copy=2-26-000001-24",
    withdraw: "/rooms/applications/2-26-000001-24",
  });
  expect(applicationLinks(3, "3-26-000001-15").copy).toBeNull();
});

test("a_form_that_is_newer_than_this_page_can_be_followed_all_the_same", () => {
  expect(formName(12)).toBe("様式第12号");
  const { follow, correct, copy } = applicationLinks(12, "12-27-000001-00");
  expect([follow, correct, copy]).toEqual(["/apply/status/12-27-000001-00", null, null]);
});
