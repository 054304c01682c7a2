import { expect, test } from "vitest";
import { blanksIn, copyOf, fieldsOf, inputOf, newRoom, type RoomFields } from "./fields";

const me = { login_id: "4827-1935", name: "佐藤 美咲", phone: "" };
const filled: RoomFields = {
  applicant: me,
  name: "褥瘡ケア研修の連絡",
  purpose: "日程と資料を知らせ合います。",
  theme_id: 2,
  scope: "研修に参加する看護師",
  participants: [
    {
      user_id: 2,
      login_id: "",
      name: "森 一郎",
      kana: "モリ イチロウ",
      profession: "doctor",
      organization_name: "",
    },
  ],
  visibility: "listed",
  rules_accepted: true,
};

test("r23_an empty form is told everything that is missing, in the order of the page", () => {
  const problem = blanksIn(newRoom(me));
  expect(problem?.errors.map(({ field }) => field)).toEqual([
    "name",
    "purpose",
    "theme_id",
    "scope",
    "visibility",
    "rules_accepted",
  ]);
  expect(problem?.title).toContain("6か所");
  expect(blanksIn(filled)).toBeNull();
});

test("the form comes back from the server as it was sent", () => {
  const sent = inputOf(filled);
  expect(sent.participants).toEqual([{ user_id: 2, login_id: "", name: "森 一郎" }]);
  expect(inputOf(fieldsOf(sent))).toEqual(sent);
});

test("r13b_a new application begins with an old one, and the rules are accepted anew", () => {
  const old = { ...inputOf(filled), applicant: { ...me, name: "田中 翔子", login_id: "1111-2222" } };
  const asOther = copyOf({ ...old, channel: "post" }, me);
  expect(asOther).toMatchObject({ applicant: me, name: filled.name, rules_accepted: false });
  expect(asOther.channel).toBeUndefined();
  expect(asOther.participants.map(({ name }) => name)).toEqual(["森 一郎"]);
});
