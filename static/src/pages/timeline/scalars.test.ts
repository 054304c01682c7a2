import { describe, expect, it } from "vitest";
import type { Finding } from "../../api/messages";
import { markedPieces, piecesOf, reworded } from "./scalars";

const finding = (start: number, end: number, text: string, suggestion: string | null = null): Finding => ({
  kind: "name",
  start,
  end,
  text,
  reason: "お名前のようです。",
  suggestion,
});

describe("places in a text", () => {
  const text = "👍👨‍👩‍👧鈴木さん、87歳です";
  const name = finding(6, 8, "鈴木");
  const age = finding(11, 14, "87歳", "80代");

  it("are counted in scalar values, whatever emoji stand before", () => {
    expect(piecesOf(text, [age, name]).map((piece) => [piece.text, piece.finding?.text ?? null])).toEqual([
      ["👍👨‍👩‍👧", null],
      ["鈴木", "鈴木"],
      ["さん、", null],
      ["87歳", "87歳"],
      ["です", null],
    ]);
  });

  it("are reworded where that is safe", () => {
    expect(reworded(text, age)).toBe("👍👨‍👩‍👧鈴木さん、80代です");
    expect(reworded(text, name)).toBe(text);
  });

  it("do not break when findings overlap or lie outside", () => {
    const pieces = piecesOf("あいうえお", [
      finding(0, 3, "あいう"),
      finding(2, 4, "うえ"),
      finding(4, 9, "お"),
    ]);
    expect(pieces.map((piece) => piece.text).join("")).toBe("あいうえお");
    expect(pieces.filter((piece) => piece.finding).length).toBe(1);
  });

  it("of a search are marked", () => {
    expect(markedPieces("😀褥瘡の処置", [[1, 3]])).toEqual([
      { text: "😀", marked: false },
      { text: "褥瘡", marked: true },
      { text: "の処置", marked: false },
    ]);
  });
});
