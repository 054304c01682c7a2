import { expect, test } from "vitest";
import type { BasicSheet } from "../../api/basic-sheet";
import { merge, withSection } from "./merge";

const READ: BasicSheet = {
  allergies: { none_known: true, items: [] },
  wishes: { matters: "", resuscitation: "", said_on: null, said_by: "" },
  care: { level: null, valid_from: null, valid_until: null, insured_number: "" },
  diagnoses: [],
  medicines: [],
  treatments: [],
  doctors: [],
  contacts: [],
  living: "一人暮らし",
  caution: "",
};

test("what only others changed is taken over, what I changed stays", () => {
  const merged = merge(READ, { ...READ, living: "長男と同居" }, { ...READ, caution: "右から声をかける" });
  expect(merged.sheet).toEqual({ ...READ, living: "長男と同居", caution: "右から声をかける" });
  expect([merged.taken, merged.conflicts]).toEqual([["caution"], []]);
});

test("what both changed stays mine until I choose", () => {
  const theirs = { ...READ, living: "施設" };
  const merged = merge(READ, { ...READ, living: "長男と同居" }, theirs);
  expect([merged.sheet.living, merged.conflicts]).toEqual(["長男と同居", ["living"]]);
  expect(withSection(merged.sheet, "living", theirs).living).toBe("施設");
});

test("both changed it to the same: nothing to choose", () => {
  const merged = merge(READ, { ...READ, living: "施設" }, { ...READ, living: "施設" });
  expect([merged.taken, merged.conflicts]).toEqual([[], []]);
});
