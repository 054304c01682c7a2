import { expect, test } from "vitest";
import { inputOfPerson, numbersOf, personOfInput, withPeople } from "./people";

const member = (user_id: number, name: string) => ({
  user_id,
  name,
  kana: "",
  profession: "nurse" as const,
  organization_name: "みなみ診療所",
});

test("people are added at the end, each once", () => {
  const { people, message } = withPeople([], [member(1, "佐藤 美咲")], 50);
  expect(message).toBe("佐藤 美咲を加えました。今は1人です。");
  const more = withPeople(people, [member(1, "佐藤 美咲"), member(2, "森 一郎"), member(3, "田中 翔子")], 50);
  expect([...numbersOf(more.people)]).toEqual([1, 2, 3]);
  expect(more.message).toBe("2人を加えました。今は3人です。");
  expect(withPeople(people, [member(1, "佐藤 美咲")], 50)).toEqual({ people, message: "" });
});

test("no more people than the form takes", () => {
  const { people, message } = withPeople([], [member(1, "佐藤 美咲"), member(2, "森 一郎")], 1);
  expect(people).toHaveLength(1);
  expect(message).toBe("佐藤 美咲を加えました。今は1人です。一度に申請できるのは1人までです。");
  expect(withPeople(people, [member(2, "森 一郎")], 1).message).toBe("一度に申請できるのは1人までです。");
});

test("the server is sent who it is, and nothing that it knows better", () => {
  const sent = { user_id: 1, login_id: "4827-1935", name: "佐藤 美咲" };
  expect(inputOfPerson(personOfInput(sent))).toEqual(sent);
});
