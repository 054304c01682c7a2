import { expect, test } from "vitest";
import type { Problem } from "../api/problem";
import { errorsUnder, errorTextUnder, idOf, nearestId } from "./error-fields";

const error = (field: string, message = "x") => ({ field, code: "required", message });
const problem = {
  errors: [
    error("team.members[2].kana", "ふりがな"),
    error("team.members[2].name", "氏名"),
    error("team.members[20].name", "別の人"),
    error("team.members", "医師か訪問看護師"),
  ],
} as Problem;

test("a field of the API has one place on the page", () => {
  expect(idOf("registrant.birth_date")).toBe("registrant-birth_date");
  expect(idOf("team.members[2].kana")).toBe("team-members-2-kana");
  expect(idOf("changes[0]")).toBe("changes-0");
});

test("a link leads to the field, or to what surrounds it", () => {
  const ids = new Set(["team-members", "team-members-2"]);
  const exists = (id: string) => ids.has(id);
  expect(nearestId("team.members[2].kana", exists)).toBe("team-members-2");
  expect(nearestId("team.members[5].kana", exists)).toBe("team-members");
  expect(nearestId("reason", exists)).toBeNull();
});

test("the errors of one person are told apart from those of another", () => {
  expect(errorsUnder(problem, "team.members[2]").map(({ message }) => message)).toEqual(["ふりがな", "氏名"]);
  expect(errorTextUnder(problem, "team.members[2]")).toBe("ふりがな 氏名");
  expect(errorTextUnder(problem, "team.members[3]")).toBeUndefined();
  expect(errorsUnder(problem, "team.members")).toHaveLength(4);
  expect(errorsUnder(null, "team")).toEqual([]);
});
