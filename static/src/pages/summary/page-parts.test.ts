import { expect, test } from "vitest";
import type { Summary } from "../../api/summary";
import { textOf } from "./fit";
import { fittedParts, missingIn, PARTS, type PartKey } from "./page-parts";

const EMPTY = {
  at: "2026-11-26T03:00:00Z",
  sheet: {
    sheet: {
      allergies: { none_known: false, items: [] },
      wishes: { matters: "", resuscitation: "", said_on: null, said_by: "" },
      care: { level: null, valid_from: null, valid_until: null, insured_number: "" },
      diagnoses: [],
      medicines: [],
      treatments: [],
      doctors: [],
      contacts: [],
      living: "",
      caution: "",
    },
  },
  team: [],
  vitals: [],
  next_visits: [],
  next_visits_count: 0,
  last_visits: [],
  last_visits_count: 0,
} as unknown as Summary;

function withSheet(part: Partial<Summary["sheet"]["sheet"]>): Summary {
  return { ...EMPTY, sheet: { ...EMPTY.sheet, sheet: { ...EMPTY.sheet.sheet, ...part } } };
}

const lines = (summary: Summary, key: PartKey) => fittedParts(summary).get(key)?.entries.map(textOf);

test("what nobody has written is named, and every part has its place", () => {
  expect(missingIn(EMPTY)).toEqual([
    "アレルギー",
    "心肺停止のときの希望",
    "要介護度",
    "病名",
    "薬",
    "連絡先",
    "測定値",
  ]);
  const asked = withSheet({ allergies: { none_known: true, items: [] } });
  expect(missingIn(asked)).not.toContain("アレルギー");
  expect(lines(asked, "allergies")).toEqual(["なし(確認済み)"]);
  expect([...fittedParts(EMPTY).keys()].toSorted()).toEqual(Object.keys(PARTS).toSorted());
});

test("who said a wish, and when, stands before the wish", () => {
  const wishes = {
    matters: "家で\n過ごしたい",
    resuscitation: "望まない",
    said_on: "2026-10-01",
    said_by: "本人",
  };
  expect(lines(withSheet({ wishes }), "wishes")).toEqual([
    "心肺停止のとき(令和8年10月1日(木) ・ 本人が話した): 望まない",
    "大切にしたいこと: 家で / 過ごしたい",
  ]);
});

test("the main diagnosis comes first, and visits that are not named are counted", () => {
  const diagnoses = [
    { name: "高血圧症", since: "", is_main: false },
    { name: "心不全", since: "2019年", is_main: true },
  ];
  expect(lines(withSheet({ diagnoses }), "diagnoses")).toEqual(["心不全 主病名 ・ 2019年", "高血圧症"]);
  expect(fittedParts({ ...EMPTY, next_visits_count: 9 }).get("next")).toMatchObject({ entries: [], more: 9 });
});
