import { expect, it } from "vitest";
import { chosenIds, withoutPerson, withPerson } from "./chosen-people";

const HANAKO = { user_id: 1, login_id: "", name: "山田 花子" };
const TYPED = { user_id: null, login_id: "4827-1935", name: "佐藤 太郎" };

it("names everybody once", () => {
  const people = withPerson(withPerson([], HANAKO), { ...HANAKO, name: "山田 花子さん" });
  expect(people).toEqual([HANAKO]);
  expect(withPerson(people, TYPED)).toHaveLength(2);
});

it("takes out the one that was meant", () => {
  expect(withoutPerson([HANAKO, TYPED], TYPED)).toEqual([HANAKO]);
  expect(chosenIds([HANAKO, TYPED])).toEqual(new Set([1]));
});
