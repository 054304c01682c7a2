import { expect, test } from "vitest";
import { draftOf, fieldsOf, inputOf, NO_FIELDS, withMember, withoutMember } from "./fields";

const me = { name: "佐藤 美咲", kana: "サトウ ミサキ", desk: null };
const nurse = {
  user_id: 7,
  name: "鈴木 健一",
  kana: "スズキ ケンイチ",
  profession: "visiting_nurse",
  organization_name: "わかば訪問看護ステーション",
} as const;
const stranger = { ...nurse, user_id: null };
const filled = {
  ...NO_FIELDS,
  registrant: { ...NO_FIELDS.registrant, name: "市川 ウメ", birth_date: "昭和15年3月2日" },
  consent: {
    ...NO_FIELDS.consent,
    signed_by: "person",
    representative_name: "消した名前",
    signed_on: "2026-11-20",
    scan_agreed_on: "2026-11-20",
  },
} as const;

test("the birth date is sent as the calendar has it, and as typed when it is none", () => {
  expect(inputOf(filled, me).registrant.birth_date).toBe("1940-03-02");
  const wrong = { ...filled, registrant: { ...filled.registrant, birth_date: " 昭和15年 " } };
  expect(inputOf(wrong, me).registrant.birth_date).toBe("昭和15年");
});

test("r14_a half that is put off is not sent, and not lost from the draft", () => {
  const later = withMember({ ...filled, consentLater: true, teamLater: true }, nurse);
  expect(inputOf(later, me)).toMatchObject({ consent: null, team: null });
  expect(draftOf(later, me).consent?.signed_on).toBe("2026-11-20");
  expect(draftOf(later, me).team?.members).toEqual([nurse]);
  expect(draftOf(NO_FIELDS, me)).toMatchObject({ consent: null, team: null });
});

test("r14_a half that is not put off is sent even when empty, so that the server says what is missing", () => {
  expect(inputOf(NO_FIELDS, me)).toMatchObject({ consent: { signed_by: "" }, team: { members: [] } });
});

test("what does not apply is not sent", () => {
  const { consent } = inputOf(filled, me);
  expect(consent).toMatchObject({ representative_name: "", scan_agreed_on: "" });
  expect(inputOf({ ...filled, scanAgreed: true }, me).consent?.scan_agreed_on).toBe("2026-11-20");
});

test("the form comes back from the server as it was", () => {
  const fields = withMember(withMember({ ...filled, scanAgreed: true }, nurse), stranger);
  const content = inputOf(fields, me);
  expect(inputOf(fieldsOf(content), me)).toEqual(content);
});

test("a person is taken out and another added; no two have the same key", () => {
  const two = withMember(withMember(NO_FIELDS, nurse), stranger);
  const again = withMember(withoutMember(two, 0), nurse);
  expect(again.members.map(({ key, user_id }) => [key, user_id])).toEqual([
    [1, null],
    [2, 7],
  ]);
});

test("r12_a clerk types what stands on the paper, a user is known", () => {
  const paper = {
    ...NO_FIELDS,
    applicant: {
      ...NO_FIELDS.applicant,
      name: "山田 花子",
      channel: "post",
      organization: { id: 3, name: "みなみ" },
    },
  } as const;
  const clerk = { ...me, desk: "association" } as const;
  expect(inputOf(paper, clerk)).toMatchObject({
    organization_id: 3,
    channel: "post",
    applicant: { name: "山田 花子" },
  });
  expect(inputOf(fieldsOf(inputOf(paper, clerk)), clerk)).toEqual(inputOf(paper, clerk));
  expect(inputOf(paper, me)).toMatchObject({ organization_id: null, applicant: { name: "佐藤 美咲" } });
  expect(inputOf(paper, me)).not.toHaveProperty("channel");
});
