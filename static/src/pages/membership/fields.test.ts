import { expect, test } from "vitest";
import type { ChosenPerson } from "../collaboration/people";
import { changeIn, copyOf, fieldsOf, inputOf, type MembershipFields, peopleOf } from "./fields";

const person = (user_id: number, name: string): ChosenPerson => ({
  user_id,
  login_id: "",
  name,
  kana: "",
  profession: "nurse",
  organization_name: "みなみ診療所",
});
const self = person(1, "佐藤 美咲");
const colleague = person(2, "森 一郎");
const applicant = { login_id: "4827-1935", name: "佐藤 美咲", phone: "" };
const fields: MembershipFields = {
  change: "leave",
  applicant,
  room: { room_id: 5, name: "褥瘡ケア研修の連絡", purpose: "研修の連絡" },
  room_name: "じょくそう",
  people: [colleague],
  reason: "",
};

test("r25_who leaves asks for oneself, and as a manager for others", () => {
  const me = { user_id: 1, is_manager: false };
  expect(peopleOf(fields, me, self)).toEqual([self]);
  expect(peopleOf(fields, { ...me, is_manager: true }, self)).toEqual([colleague]);
  expect(peopleOf({ ...fields, change: "join" }, me, self)).toEqual([colleague]);
});

test("r25_the chosen room counts, or else the typed name", () => {
  expect(inputOf(fields, [])).toMatchObject({ room_id: 5, room_name: "褥瘡ケア研修の連絡" });
  expect(inputOf({ ...fields, room: null }, [])).toMatchObject({ room_id: null, room_name: "じょくそう" });
});

test("r25_a room that is in no list may be named by its number", () => {
  expect(inputOf({ ...fields, room: null, room_name: " 12 " }, []).room_id).toBe(12);
  expect(inputOf({ ...fields, room: null, room_name: "第2回研修" }, []).room_id).toBeNull();
});

test("the form comes back from the server as it was sent", () => {
  const sent = inputOf(fields, [colleague]);
  expect(inputOf(fieldsOf(sent), fieldsOf(sent).people)).toEqual(sent);
});

test("r13b_a new application begins with an old one", () => {
  const old = { ...inputOf(fields, [colleague]), channel: "post" as const };
  const copy = copyOf(old, { ...applicant, phone: "047-300-0001" });
  expect(copy).toMatchObject({ change: "leave", applicant: { phone: "047-300-0001" } });
  expect(copy.channel).toBeUndefined();
});

test("a link says which of the two, or nothing", () => {
  expect([changeIn("join"), changeIn("leave"), changeIn("both"), changeIn(undefined)]).toEqual([
    "join",
    "leave",
    "",
    "",
  ]);
});
