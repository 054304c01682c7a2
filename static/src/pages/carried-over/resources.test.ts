import { expect, test } from "vitest";
import { isKind, KINDS, type Kind, lineOf } from "./resources";

test("a message says who wrote it, where and what", () => {
  const sender = {
    display: "佐藤 進",
    extension: [{ extension: [{ valueCode: "doctor" }, { valueString: "みなみ診療所" }] }],
  };
  const payload = [{ contentString: "明日診ます" }, { contentReference: { reference: "urn:uuid:7" } }];
  const line = lineOf("Communication", { sent: "2026-11-27T00:00:00.000Z", sender, payload });
  expect(line).toEqual({
    at: "2026-11-27T00:00:00.000Z",
    author: "佐藤 進(みなみ診療所)",
    heading: "",
    texts: ["明日診ます"],
    files: [],
    isWithdrawn: false,
  });
});

test("blood pressure has two values, a file its address", () => {
  const part = (name: string, value: number) => ({
    code: { text: name },
    valueQuantity: { value, unit: "mmHg" },
  });
  const pressure = { code: { text: "血圧" }, component: [part("上", 128), part("下", 76)] };
  expect(lineOf("Observation", pressure).texts).toEqual(["上 128 mmHg", "下 76 mmHg"]);
  const paper = { content: [{ attachment: { url: "urn:uuid:ab", title: "指示書.pdf" } }] };
  expect(lineOf("DocumentReference", paper).files).toEqual([{ uuid: "ab", name: "指示書.pdf" }]);
  const elsewhere = { content: [{ attachment: { url: "https://example.org/x" } }] };
  expect(lineOf("DocumentReference", elsewhere).files).toEqual([]);
});

test("a sheet is read however deep it is", () => {
  const inner = { linkId: "name", answer: [{ valueString: "ペニシリン" }] };
  const item = [{ text: "アレルギー", item: [{ linkId: "1", item: [inner] }] }];
  expect(lineOf("QuestionnaireResponse", { item }).texts).toEqual(["アレルギー: ペニシリン"]);
});

test("whatever a resource is, nothing breaks", () => {
  const strange = [null, 7, "x", [], {}, { payload: 3 }, { item: [null] }, { name: [[]] }, { content: {} }];
  for (const kind of Object.keys(KINDS) as Kind[]) {
    for (const one of strange) expect(lineOf(kind, one).files).toEqual([]);
  }
  expect(isKind("toString") || isKind("Binary") || isKind(undefined)).toBe(false);
});
