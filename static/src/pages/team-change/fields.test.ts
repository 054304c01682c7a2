import { expect, test } from "vitest";
import type { TeamMember } from "../../api/support";
import {
  changesOf,
  fieldsOf,
  NO_CHANGE,
  noticeOf,
  withAddition,
  withoutAddition,
  withoutRemoval,
  withRemoval,
} from "./fields";

const me = { name: "佐藤 美咲", kana: "サトウ ミサキ", desk: null };
const doctor = {
  user_id: 1,
  name: "山田 太郎",
  kana: "ヤマダ タロウ",
  profession: "doctor",
  organization_name: "みなみ診療所",
  since: "2026-04-01T00:00:00Z",
  until: null,
  is_me: false,
} as TeamMember;
const successor = {
  user_id: 2,
  name: "田中 翔太",
  kana: "タナカ ショウタ",
  profession: "doctor",
  organization_name: "きた診療所",
} as const;

test("one notice says who goes and who comes, each with a day", () => {
  const fields = withRemoval(withAddition(NO_CHANGE, successor, "2026-12-01"), doctor, "2026-12-02");
  expect(changesOf(fields).map(({ change, user_id, on }) => [change, user_id, on])).toEqual([
    ["remove", 1, "2026-12-02"],
    ["add", 2, "2026-12-01"],
  ]);
  expect(noticeOf(fields, me, 5)).toMatchObject({ room_id: 5, organization_id: null, reason: "" });
});

test("the form comes back from the server as it was", () => {
  const fields = withRemoval(withAddition(NO_CHANGE, successor, "2026-12-01"), doctor, "2026-12-02");
  const notice = noticeOf({ ...fields, reason: "異動のため" }, me, 5);
  expect(noticeOf(fieldsOf(notice), me, 5)).toEqual(notice);
});

test("each of the two can be taken back", () => {
  const fields = withRemoval(withAddition(NO_CHANGE, successor, ""), doctor, "");
  expect(withoutAddition(withoutRemoval(fields, 1), 0)).toEqual(NO_CHANGE);
});
