import { expect, test } from "vitest";
import { bundleOf, partsFrom } from "./bundle-file";

const PATIENT = {
  fullUrl: "urn:uuid:1",
  resource: { resourceType: "Patient", birthDate: "1940-01-02", name: [{ text: "国分 千草" }] },
};
const NOTE = { fullUrl: "urn:uuid:2", resource: { resourceType: "Communication" } };

function textOf(...entry: unknown[]): string {
  return JSON.stringify({ resourceType: "Bundle", type: "collection", entry });
}

test("a record says whose it is and what is in it", () => {
  const bundle = bundleOf(textOf(NOTE, PATIENT, NOTE), "ab");
  expect(bundle).toMatchObject({ name: "国分 千草", birthDate: "1940-01-02", fingerprint: "ab" });
  expect(bundle?.patient).toBe(JSON.stringify(PATIENT));
  expect(bundle?.others).toHaveLength(2);
  expect([...(bundle?.kinds ?? [])]).toEqual([
    ["Communication", 2],
    ["Patient", 1],
  ]);
});

test.each([
  ["nothing", ""],
  ["a photo", "\u0000JFIF"],
  ["another document", '{"resourceType":"Patient"}'],
  ["nobody's record", textOf(NOTE)],
  ["entries that are none", textOf(PATIENT, 7)],
  ["null", "null"],
])("%s is no record", (_, text) => expect(bundleOf(text, "")).toBeNull());

test("what is sent in parts is all of it, in its order, and goes on where it broke off", () => {
  const others = Array.from({ length: 450 }, (_, at) => `entry ${at + 1}`);
  const all = [...partsFrom(others, 1)];
  expect(all.map((part) => ("entries" in part ? [part.first, part.entries.length] : []))).toEqual([
    [1, 200],
    [201, 200],
    [401, 50],
  ]);
  expect([...partsFrom(others, 451)]).toEqual([]);
  expect([...partsFrom(others, 450)]).toEqual([{ first: 450, entries: ["entry 450"] }]);
});

test("a large file is cut, never within a character, and the others keep their numbers", () => {
  const large = `${"a".repeat(299_999)}𠮷${"b".repeat(300_000)}`;
  const parts = [...partsFrom(["small", large, "last"], 1)];
  expect(parts[0]).toEqual({ first: 1, entries: ["small"] });
  expect(parts.at(-1)).toEqual({ first: 3, entries: ["last"] });
  const pieces = parts.flatMap((part) => ("text" in part ? [part] : []));
  expect(pieces.map((piece) => piece.text).join("")).toBe(large);
  expect(pieces.every((piece) => piece.number === 2 && piece.pieces === pieces.length)).toBe(true);
  expect(pieces.every((piece) => !/[\ud800-\udbff]$/.test(piece.text))).toBe(true);
});
