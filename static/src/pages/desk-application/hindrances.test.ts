import { expect, test } from "vitest";
import type { Application } from "../../api/applications";
import type { MemberInput, SimilarRegistrant, SupportRoomApplication } from "../../api/types";
import { hindrancesOf, isChecklistOpen } from "./hindrances";

const doctor: MemberInput = {
  user_id: 7,
  name: "国府台 恵",
  kana: "コウノダイ メグミ",
  profession: "doctor",
  organization_name: "みなみ診療所",
};
const similar = { registrant_id: 3, room_id: 9, room_open: false } as SimilarRegistrant;

function set(more: Partial<SupportRoomApplication>, members: MemberInput[] = [doctor]): Application {
  const complete = {
    form: 7,
    status: "received",
    missing: [],
    original: { received_by: "in_person", received_on: "2026-11-24" },
    identity: { decided: false, registrant_id: null },
    similar: [],
    content: { consent: { scan_agreed_on: "" }, team: { members } },
  };
  return { ...complete, ...more } as unknown as Application;
}

const texts = (application: Application) => hindrancesOf(application).map(({ text }) => text);

test("nothing hinders a complete set whose original has come and who nobody resembles", () => {
  expect(texts(set({}))).toEqual([]);
});

test("r14_half a set says which half is missing", () => {
  const half = set({ missing: ["team"] });
  expect(texts(half)).toEqual(["様式第8号(支援チーム)が届いていません。申請者が追加するのを待ちます。"]);
});

test("r19_without an original, or with a scan that nobody agreed to, there is no acceptance", () => {
  expect(hindrancesOf(set({ original: null }))[0]?.href).toBe("#original");
  const scan = set({ original: { received_by: "internal_mail", received_on: "2026-11-24", file_id: 3 } });
  expect(texts(scan)[0]).toContain("スキャン");
});

test("somebody who resembles the registrant must be looked at", () => {
  expect(hindrancesOf(set({ similar: [similar] }))[0]?.href).toBe("#identity");
  expect(texts(set({ similar: [similar], identity: { decided: true, registrant_id: null } }))).toEqual([]);
});

test("r17_a team needs a doctor or a visiting nurse who can log in", () => {
  expect(texts(set({}, [{ ...doctor, profession: "care_manager" }]))).toHaveLength(1);
  expect(texts(set({}, [{ ...doctor, user_id: null }]))).toHaveLength(1);
  expect(texts(set({}, [{ ...doctor, profession: "visiting_nurse" }]))).toEqual([]);
  // Added to a room that is open, where somebody of the kind is in already.
  const joining = {
    similar: [{ ...similar, room_open: true }],
    identity: { decided: true, registrant_id: 3 },
  };
  expect(texts(set(joining, [{ ...doctor, user_id: null }]))).toEqual([]);
});

test("other forms have no such conditions", () => {
  expect(hindrancesOf({ form: 4 } as Application)).toEqual([]);
});

test("r23_a room's open checks are named and bar the acceptance; a set's hindrances only warn", () => {
  const checks = [
    { check: "purpose_clear", label: "目的がはっきりしている", checked_at: "2026-06-01T00:00:00Z" },
    { check: "no_duplicate", label: "同じ目的の部屋がほかにない", checked_at: null },
  ];
  const room = { form: 1, checks } as unknown as Application;
  expect(hindrancesOf(room)).toEqual([
    { text: "確かめていません: 同じ目的の部屋がほかにない", href: "#checks" },
  ]);
  expect(isChecklistOpen(room)).toBe(true);
  expect(isChecklistOpen({ form: 1, checks: checks.slice(0, 1) } as unknown as Application)).toBe(false);
  expect(isChecklistOpen(set({ original: null }))).toBe(false);
});
