import { expect, test } from "vitest";
import { excerpt } from "./excerpt";

const text = (body: string, marks: number[][]) =>
  excerpt(body, marks)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("");

test("a short message is shown whole", () => {
  expect(text("😀褥瘡の処置", [[1, 3]])).toBe("😀[褥瘡]の処置");
  expect(text("処置", [])).toBe("処置");
});

test("a long one is shown around its first hit, counted in whole characters", () => {
  const body = `${"😀".repeat(300)}褥瘡${"あ".repeat(300)}`;
  const shown = text(body, [[300, 302]]);
  expect(shown.startsWith(`…${"😀".repeat(40)}[褥瘡]`)).toBe(true);
  expect(shown.endsWith("あ…")).toBe(true);
  expect(Array.from(shown.replace(/[[\]…]/g, ""))).toHaveLength(200);
});

test("near the end there is nothing after it, and without a hit it is the beginning", () => {
  const body = `${"あ".repeat(300)}褥瘡`;
  expect(text(body, [[300, 302]]).endsWith("あ[褥瘡]")).toBe(true);
  expect(text(body, [])).toBe(`${"あ".repeat(200)}…`);
});
