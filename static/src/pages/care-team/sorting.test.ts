import { expect, test } from "vitest";
import type { Profession } from "../../api/types";
import { sortedTeam } from "./sorting";

const member = (profession: Profession, organization_name: string, kana: string) => ({
  profession,
  organization_name,
  kana,
});

test("the doctor is first, then the visiting nurses, then the others by profession and house", () => {
  const team = [
    member("care_manager", "みどり", "ア"),
    member("visiting_nurse", "わかば", "サ"),
    member("visiting_nurse", "あおぞら", "タ"),
    member("pharmacist", "やくし", "カ"),
    member("doctor", "みなみ", "ヤ"),
    member("visiting_nurse", "わかば", "イ"),
  ];
  expect(sortedTeam(team).map(({ kana }) => kana)).toEqual(["ヤ", "タ", "イ", "サ", "カ", "ア"]);
});
