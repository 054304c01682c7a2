import { expect, test } from "vitest";
import { linkedPieces } from "./links";

const links = (text: string) => linkedPieces(text).flatMap(({ href }) => (href === null ? [] : [href]));

test("an address ends where the Japanese goes on", () => {
  const text = "資料はhttps://city.example.lg.jp/a?b=1#cにあります。";
  expect(links(text)).toEqual(["https://city.example.lg.jp/a?b=1#c"]);
  expect(
    linkedPieces(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

test("a full stop or a bracket after it is no part of it", () => {
  expect(links("(http://example.jp/x). https://example.jp/y, 終わり")).toEqual([
    "http://example.jp/x",
    "https://example.jp/y",
  ]);
});

test("nothing else can be followed", () => {
  expect(links("javascript:alert(1) ftp://a.example data:text/html,x www.example.jp")).toEqual([]);
});
