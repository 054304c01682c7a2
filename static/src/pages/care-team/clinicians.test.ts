import { expect, test } from "vitest";
import type { ChangeInput, TeamMember } from "../../api/support";
import { firstDayWithoutClinician, hintOf } from "./clinicians";

const TODAY = "2026-11-26";
const doctor = { user_id: 1, profession: "doctor", since: "2026-04-01T00:00:00Z", until: null } as TeamMember;
const nurse = { ...doctor, user_id: 2, profession: "visiting_nurse" } as TeamMember;
const manager = { ...doctor, user_id: 3, profession: "care_manager" } as TeamMember;
const remove = (user_id: number, on: string) => ({ change: "remove", user_id, on }) as ChangeInput;
const add = (user_id: number | null, on: string) =>
  ({ change: "add", user_id, on, profession: "doctor" }) as ChangeInput;

test("r17_a new team needs a doctor or a visiting nurse with an account", () => {
  expect(hintOf([])).toBe("none");
  expect(hintOf([{ user_id: 3, profession: "care_manager" }])).toBe("none");
  expect(hintOf([{ user_id: null, profession: "doctor" }])).toBe("only_without_account");
  expect(hintOf([{ user_id: 2, profession: "visiting_nurse" }])).toBe("complete");
});

test("r17_one of two clinicians may go, the last may not", () => {
  expect(firstDayWithoutClinician([doctor, nurse, manager], [remove(1, TODAY)], TODAY)).toBeNull();
  expect(firstDayWithoutClinician([doctor, manager], [remove(1, TODAY)], TODAY)).toBe(TODAY);
  expect(
    firstDayWithoutClinician([doctor, nurse], [remove(1, "2026-12-01"), remove(2, "2026-12-05")], TODAY),
  ).toBe("2026-12-05");
});

test("r17_a successor must be there on the day the last one goes, with an account", () => {
  const goes = remove(1, "2026-12-01");
  expect(firstDayWithoutClinician([doctor], [goes, add(9, "2026-12-01")], TODAY)).toBeNull();
  expect(firstDayWithoutClinician([doctor], [goes, add(9, "2026-12-02")], TODAY)).toBe("2026-12-01");
  expect(firstDayWithoutClinician([doctor], [goes, add(null, "2026-12-01")], TODAY)).toBe("2026-12-01");
});

test("r17_what is planned already counts, by Japan's days", () => {
  const leaving = { ...doctor, until: "2026-11-30T15:00:00Z" };
  const planned = { ...nurse, since: "2026-11-30T15:00:00Z" };
  expect(firstDayWithoutClinician([leaving, planned], [], TODAY)).toBeNull();
  expect(firstDayWithoutClinician([leaving, planned], [remove(2, "2026-12-05")], TODAY)).toBe("2026-12-05");
});

test("r17_a lack that is there already may be left as it is, but not begin earlier", () => {
  const leaving = { ...doctor, until: "2026-11-30T15:00:00Z" };
  expect(firstDayWithoutClinician([leaving, manager], [remove(3, TODAY)], TODAY)).toBeNull();
  expect(firstDayWithoutClinician([manager], [remove(3, TODAY)], TODAY)).toBeNull();
  expect(firstDayWithoutClinician([leaving, manager], [remove(1, "2026-11-28")], TODAY)).toBe("2026-11-28");
});

test("a change whose day is not chosen yet does not count", () => {
  expect(firstDayWithoutClinician([doctor], [remove(1, "")], TODAY)).toBeNull();
});
