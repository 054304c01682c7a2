import { expect, test } from "vitest";
import { mayLoadAtOnce } from "./line";
import { textOf } from "./text-of";

test("r32_a large file waits on a slow line until it is asked for", () => {
  const large = 5 * 1024 * 1024;
  expect(mayLoadAtOnce(large, undefined)).toBe(true);
  expect(mayLoadAtOnce(large, { effectiveType: "4g" })).toBe(true);
  expect(mayLoadAtOnce(large, { effectiveType: "3g" })).toBe(false);
  expect(mayLoadAtOnce(large, { saveData: true, effectiveType: "4g" })).toBe(false);
  expect(mayLoadAtOnce(100_000, { effectiveType: "2g" })).toBe(true);
});

test("a table of an old meter is read as it was written", () => {
  const bytes = (values: number[]) => new Uint8Array(values).buffer;
  expect(textOf(new TextEncoder().encode("氏名,体温").buffer)).toBe("氏名,体温");
  expect(textOf(bytes([0x8e, 0x81, 0x96, 0xbc]))).toBe("氏名");
});
