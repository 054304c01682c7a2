import { expect, test } from "vitest";
import type { Problem } from "../../api/problem";
import { labelled } from "../../interface/labelled";
import { labelOfSupportRoom, labelOfTeamChange } from "./labels";

test("a message in the summary says whose field it is about", () => {
  expect(labelOfSupportRoom("team.members[2].kana")).toBe("3人目のふりがな");
  expect(labelOfSupportRoom("team.members[0].user_id")).toBe("1人目");
  expect(labelOfSupportRoom("team.members[0]")).toBe("1人目");
  expect(labelOfSupportRoom("team.members")).toBe("支援チーム");
  expect(labelOfSupportRoom("registrant.birth_date")).toBe("登録者の生年月日");
  expect(labelOfSupportRoom("consent")).toBeNull();
});

test("in a change of the team people go by their names", () => {
  const names = ["森 一郎", ""];
  expect(labelOfTeamChange("changes[0].on", names)).toBe("森 一郎さんの日");
  expect(labelOfTeamChange("changes[1].name", names)).toBe("アカウントのない人の氏名");
  expect(labelOfTeamChange("changes", names)).toBeNull();
  expect(labelOfTeamChange("reason", names)).toBe("理由");
});

test("the fields keep their messages, the summary gets the names", () => {
  const problem = {
    errors: [
      { field: "applicant.phone", code: "required", message: "入力してください。" },
      { field: "consent", code: "required", message: "どちらかを入力してください。" },
    ],
  } as Problem;
  expect(labelled(problem, labelOfSupportRoom)?.errors.map(({ message }) => message)).toEqual([
    "日中に連絡がつく電話番号: 入力してください。",
    "どちらかを入力してください。",
  ]);
  expect(problem.errors[0]?.message).toBe("入力してください。");
  expect(labelled(null, labelOfSupportRoom)).toBeNull();
});
