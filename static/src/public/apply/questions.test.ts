import { describe, expect, it } from "vitest";
import { folded } from "./questions";

describe("what is typed into the search of the FAQ", () => {
  it("is found in either width and kana", () => {
    expect(folded("ｽｷｬﾝ した")).toBe(folded("スキャンした"));
    expect(folded("すきゃん")).toBe(folded("スキャン"));
    expect(folded("ＱＲコード")).toBe("qrこ\u30fcど".normalize("NFKC"));
  });

  it("is nothing when it holds nothing to look for", () => {
    expect(folded(" ？！ ")).toBe("");
  });
});
