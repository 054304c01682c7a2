// What stands in resources of another system. Nothing is promised of them: whatever is not as expected is left out.

/** A resource as people read it. */
export interface Line {
  /** When: a day or a moment; empty when it is not said. */
  at: string;
  /** Who wrote it, and as what. */
  author: string;
  heading: string;
  /** What it says, each on a line of its own. */
  texts: string[];
  /** Files that belong to it. */
  files: { uuid: string; name: string }[];
  /** It was taken back there. */
  isWithdrawn: boolean;
}

/** The kinds that are read, in the order in which they are offered. */
export const KINDS = {
  Communication: "やりとり",
  Observation: "測定値",
  QuestionnaireResponse: "基本シート",
  Condition: "傷病",
  MedicationStatement: "薬",
  AllergyIntolerance: "アレルギー",
  RelatedPerson: "連絡先",
  DocumentReference: "書類・ファイル",
  Appointment: "訪問の予定",
  CareTeam: "担当者",
  Consent: "同意",
} as const;
export type Kind = keyof typeof KINDS;

export function isKind(text: string | undefined): text is Kind {
  return text !== undefined && Object.hasOwn(KINDS, text);
}

type Json = unknown;

/** What lies below a path of names and numbers. */
function below(json: Json, ...path: (string | number)[]): Json {
  let at: Json = json;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, Json>)[step];
  }
  return at;
}

function text(json: Json, ...path: (string | number)[]): string {
  const found = below(json, ...path);
  return typeof found === "string" ? found : typeof found === "number" ? String(found) : "";
}

function list(json: Json, ...path: (string | number)[]): Json[] {
  const found = below(json, ...path);
  return Array.isArray(found) ? found : [];
}

const NOBODY: Line = { at: "", author: "", heading: "", texts: [], files: [], isWithdrawn: false };

const READERS: Record<Kind, (resource: Json) => Partial<Line>> = {
  Communication: (one) => ({
    at: text(one, "sent"),
    author: authorOf(below(one, "sender")),
    texts: list(one, "payload").map((part) => text(part, "contentString")),
  }),
  Observation: (one) => ({
    at: text(one, "effectiveDateTime"),
    author: authorOf(below(one, "performer", 0)),
    heading: text(one, "code", "text"),
    texts: [
      quantityOf(one),
      ...list(one, "component").map((part) => `${text(part, "code", "text")} ${quantityOf(part)}`),
      ...list(one, "note").map((note) => text(note, "text")),
    ],
  }),
  QuestionnaireResponse: (one) => ({
    at: text(one, "authored"),
    author: authorOf(below(one, "author")),
    texts: list(one, "item").map((item) => `${text(item, "text")}: ${answersOf(item).join("、")}`),
  }),
  Condition: (one) => ({
    at: text(one, "recordedDate"),
    heading: text(one, "code", "text"),
    texts: [text(one, "onsetString")],
  }),
  MedicationStatement: (one) => ({
    at: text(one, "dateAsserted"),
    heading: text(one, "medicationCodeableConcept", "text"),
    texts: [...list(one, "dosage"), ...list(one, "note")].map((part) => text(part, "text")),
  }),
  AllergyIntolerance: (one) => ({
    at: text(one, "recordedDate"),
    heading: text(one, "code", "text"),
    texts: list(one, "reaction").map((part) => text(part, "manifestation", 0, "text")),
  }),
  RelatedPerson: (one) => ({
    heading: text(one, "name", 0, "text"),
    texts: [text(one, "relationship", 0, "text"), text(one, "telecom", 0, "value")],
  }),
  DocumentReference: (one) => ({
    at: text(one, "date"),
    author: authorOf(below(one, "author", 0)),
    heading: text(one, "description") || text(one, "content", 0, "attachment", "title"),
    texts: [text(one, "type", "text")],
    files: list(one, "content").flatMap((content) => fileOf(below(content, "attachment"))),
  }),
  Appointment: (one) => ({
    at: text(one, "start") || text(one, "requestedPeriod", 0, "start"),
    author: list(one, "participant")
      .map((part) => text(part, "actor", "display"))
      .filter(Boolean)
      .join("、"),
    heading: text(one, "serviceType", 0, "text") || text(one, "description"),
    texts: [text(one, "comment")],
  }),
  CareTeam: (one) => ({
    heading: "支援チーム",
    texts: list(one, "participant").map((part) =>
      [text(part, "member", "display"), text(part, "role", 0, "text")].filter(Boolean).join(" "),
    ),
  }),
  Consent: (one) => ({
    at: text(one, "dateTime"),
    author: text(one, "performer", 0, "display"),
    heading: text(one, "policyRule", "text"),
  }),
};

export function lineOf(kind: Kind, resource: Json): Line {
  const read = READERS[kind](resource);
  const texts = (read.texts ?? []).map((one) => one.trim()).filter(Boolean);
  return { ...NOBODY, ...read, texts, isWithdrawn: text(resource, "status") === "entered-in-error" };
}

function authorOf(reference: Json): string {
  const parts = list(reference, "extension", 0, "extension");
  const organization = parts.map((part) => text(part, "valueString")).find(Boolean) ?? "";
  const name = text(reference, "display");
  return organization ? `${name}(${organization})` : name;
}

function quantityOf(one: Json): string {
  return [text(one, "valueQuantity", "value"), text(one, "valueQuantity", "unit")].filter(Boolean).join(" ");
}

function fileOf(attachment: Json): Line["files"] {
  const url = text(attachment, "url");
  if (!url.startsWith("urn:uuid:")) return [];
  return [{ uuid: url.slice("urn:uuid:".length), name: text(attachment, "title") || "ファイル" }];
}

/** What was filled in, however deep it lies; not deeper than anybody writes. */
function answersOf(item: Json, depth = 0): string[] {
  if (depth > 6) return [];
  const own = list(item, "answer").map((answer) =>
    below(answer, "valueBoolean") === true ? "はい" : text(answer, "valueString"),
  );
  return [...own, ...list(item, "item").flatMap((inner) => answersOf(inner, depth + 1))].filter(Boolean);
}
