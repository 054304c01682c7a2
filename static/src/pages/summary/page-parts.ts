import type { BasicSheet } from "../../api/basic-sheet";
import type { Summary } from "../../api/summary";
import type { Visit } from "../../api/visits";
import { VISIT_KINDS } from "../../city/visit-words";
import { PROFESSIONS, word } from "../../city/words";
import { span } from "../../dates/time-of-day";
import { monthAndDay, wareki } from "../../dates/wareki";
import { type Entry, type Fitted, fitColumn, type Part } from "./fit";

export type PartKey =
  | "allergies"
  | "wishes"
  | "caution"
  | "diagnoses"
  | "medicines"
  | "treatments"
  | "living"
  | "contacts"
  | "doctors"
  | "team"
  | "next"
  | "last";

interface PartWords {
  title: string;
  /** Where all of it is. */
  where: string;
  /** Below the room's address. */
  path: string;
}

const SHEET = { where: "基本シート", path: "/basic-sheet" };
const VISITS = { where: "訪問の予定", path: "/visits" };

export const PARTS: Record<PartKey, PartWords> = {
  allergies: { title: "アレルギー", ...SHEET },
  wishes: { title: "本人の意思・希望", ...SHEET },
  caution: { title: "気をつけること(感染症など)", ...SHEET },
  diagnoses: { title: "病名", ...SHEET },
  medicines: { title: "薬", ...SHEET },
  treatments: { title: "医療機器・処置", ...SHEET },
  living: { title: "暮らし", ...SHEET },
  contacts: { title: "連絡先", ...SHEET },
  doctors: { title: "主治医・病院", ...SHEET },
  team: { title: "支援チーム(電話は所属の番号)", where: "部屋", path: "" },
  next: { title: "次の訪問", ...VISITS },
  last: { title: "最近の訪問", ...VISITS },
};

/** Of A4 with the margins of summary.css: lines of a column, without its headings, and characters of a line. */
const CHARACTERS = 29;
const LEFT_LINES = 50;
const RIGHT_LINES = 50;
/** A kind of what was measured takes one line; they are all shown. */
const VITAL_LINES = 1;

const joined = (...parts: (string | false | undefined)[]) => parts.filter(Boolean).join(" ・ ");

/** What stands in each part of the page. */
export function fittedParts(summary: Summary): Map<PartKey, Fitted> {
  const { sheet } = summary.sheet;
  const left: Part<PartKey>[] = [
    { key: "allergies", lines: 4, entries: allergies(sheet.allergies) },
    { key: "wishes", lines: 8, entries: wishes(sheet.wishes) },
    { key: "caution", lines: 6, entries: paragraph(sheet.caution) },
    { key: "diagnoses", lines: 6, entries: sheet.diagnoses.toSorted(mainFirst).map(diagnosis) },
    { key: "medicines", lines: 14, entries: sheet.medicines.map(medicine) },
    {
      key: "treatments",
      lines: 5,
      entries: sheet.treatments.map(({ name, detail }) => ({ main: name, rest: detail })),
    },
    { key: "living", lines: 3, entries: paragraph(sheet.living) },
  ];
  const right: Part<PartKey>[] = [
    { key: "contacts", lines: 9, entries: sheet.contacts.map(contact) },
    { key: "doctors", lines: 6, entries: sheet.doctors.map(doctor) },
    { key: "team", lines: 7, entries: summary.team.map(member) },
    { key: "next", lines: 4, ...visits(summary.next_visits, summary.next_visits_count) },
    { key: "last", lines: 3, ...visits(summary.last_visits, summary.last_visits_count) },
  ];
  const rightLines = RIGHT_LINES - Math.max(1, summary.vitals.length) * VITAL_LINES;
  return new Map([
    ...fitColumn(left, LEFT_LINES, CHARACTERS),
    ...fitColumn(right, rightLines, CHARACTERS),
  ]) as Map<PartKey, Fitted>;
}

function allergies({ none_known, items }: BasicSheet["allergies"]): Entry[] {
  if (none_known) return [{ main: "なし(確認済み)", rest: "" }];
  return items.map(({ substance, reaction }) => ({ main: substance, rest: reaction, warning: true }));
}

function wishes({ matters, resuscitation, said_on, said_by }: BasicSheet["wishes"]): Entry[] {
  const said = joined(said_on ? wareki(said_on) : "", said_by && `${said_by}が話した`);
  // Who said it and when stands before what may be too long.
  const who = said && `(${said})`;
  return [
    ...(resuscitation
      ? [{ main: `心肺停止のとき${who}:`, rest: oneLine(resuscitation), warning: true }]
      : []),
    ...(matters ? [{ main: `大切にしたいこと${resuscitation ? "" : who}:`, rest: oneLine(matters) }] : []),
  ];
}

/** Paper has no room for empty lines. */
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " / ");

function paragraph(text: string): Entry[] {
  return text ? [{ main: "", rest: oneLine(text) }] : [];
}

type Of<Key extends "diagnoses" | "medicines" | "contacts" | "doctors"> = BasicSheet[Key][number];

const mainFirst = (one: Of<"diagnoses">, other: Of<"diagnoses">) =>
  Number(other.is_main) - Number(one.is_main);

function diagnosis({ name, since, is_main }: Of<"diagnoses">): Entry {
  return { main: name, rest: joined(is_main && "主病名", since) };
}

function medicine({ name, usage, prescriber }: Of<"medicines">): Entry {
  return { main: name, rest: joined(usage, prescriber) };
}

function contact({ name, relation, lives_together, note, phone }: Of<"contacts">): Entry {
  return withPhone({ main: name, rest: joined(relation, lives_together && "同居", note) }, phone);
}

function doctor({ organization_name, name, note, phone }: Of<"doctors">): Entry {
  return withPhone({ main: organization_name, rest: joined(name, note) }, phone);
}

function member(one: Summary["team"][number]): Entry {
  const rest = joined(word(PROFESSIONS, one.profession), one.organization_name);
  return withPhone({ main: one.name, rest }, one.organization_phone);
}

function withPhone(entry: Entry, phone: string): Entry {
  return phone ? { ...entry, phone } : entry;
}

function visits(named: Visit[], count: number): { entries: Entry[]; more: number } {
  const entry = (visit: Visit) => ({
    main: `${monthAndDay(visit.on)} ${span(visit.start_minute, visit.minutes)}`,
    rest: joined(VISIT_KINDS[visit.kind], visit.visitor.name),
  });
  return { entries: named.map(entry), more: count - named.length };
}

/** What nobody has written yet: whoever gets the paper has to ask. */
export function missingIn(summary: Summary): string[] {
  const { sheet } = summary.sheet;
  const { allergies, wishes, care, diagnoses, medicines, contacts } = sheet;
  return [
    !allergies.none_known && allergies.items.length === 0 && "アレルギー",
    !wishes.resuscitation && "心肺停止のときの希望",
    !care.level && "要介護度",
    diagnoses.length === 0 && "病名",
    medicines.length === 0 && "薬",
    contacts.length === 0 && "連絡先",
    summary.vitals.length === 0 && "測定値",
  ].filter((name) => name !== false);
}
