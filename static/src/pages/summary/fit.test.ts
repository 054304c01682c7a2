import { describe, expect, test } from "vitest";
import { type Entry, fitColumn, type Part, textOf, widthOf } from "./fit";

const entries = (count: number, text = "薬"): Entry[] =>
  Array.from({ length: count }, (_, at) => ({ main: `${text}${at}`, rest: "" }));
const part = (key: string, lines: number, of: Entry[], more = 0): Part => ({ key, lines, entries: of, more });

test("a line of the paper holds more digits than letters, and more of those than of kanji", () => {
  expect(widthOf("心不全")).toBe(3);
  expect(widthOf("090-1111-2222")).toBeCloseTo(7.8);
  expect(widthOf("MRSA")).toBeGreaterThan(widthOf("mrsa".replace("m", "n")));
});

describe("a column of the page", () => {
  test("shows everything when there is room", () => {
    const fitted = fitColumn([part("a", 2, entries(3)), part("b", 2, entries(1))], 10, 30);
    expect(fitted.get("a")).toEqual({ entries: entries(3), more: 0, isCut: false });
    expect(fitted.get("b")?.more).toBe(0);
  });

  test("counts what is left out, and gives what one does not need to the others in their order", () => {
    const fitted = fitColumn(
      [part("a", 2, entries(9)), part("b", 4, entries(1)), part("c", 2, entries(9))],
      8,
      30,
    );
    // Two of its own and three that nobody needed, one of them for the note.
    expect(fitted.get("a")).toMatchObject({ more: 5 });
    expect(fitted.get("a")?.entries).toHaveLength(4);
    expect(fitted.get("c")?.entries).toHaveLength(1);
    expect(fitted.get("c")).toMatchObject({ more: 8, isCut: false });
  });

  test("what was left out before is counted, too", () => {
    expect(fitColumn([part("a", 5, entries(3), 4)], 5, 30).get("a")).toMatchObject({ more: 4 });
    expect(fitColumn([part("a", 3, entries(3), 4)], 3, 30).get("a")).toMatchObject({ more: 5 });
  });

  test("a long text stands there in part and says so", () => {
    const long = { main: "希望", rest: "あ".repeat(500) };
    const fitted = fitColumn([part("a", 4, [long])], 4, 30).get("a");
    expect(fitted).toMatchObject({ isCut: true, more: 0 });
    const shown = fitted?.entries[0];
    expect(shown?.main).toBe("希望");
    expect(shown?.rest.endsWith("…")).toBe(true);
    expect(widthOf(shown ? textOf(shown) : "")).toBeLessThanOrEqual(90);
    expect(widthOf(shown ? textOf(shown) : "")).toBeGreaterThan(80);
  });

  test("never takes more lines than there are", () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const length = (at: number) => 1 + ((seed * 37 + at * 91) % 140);
      const texts = Array.from({ length: seed % 17 }, (_, at) => ({
        main: "あ".repeat(length(at)),
        rest: "",
      }));
      const parts = [
        part("a", 6, texts),
        part("b", 9, texts.slice(2)),
        part("c", 5, texts.slice(4), seed % 3),
      ];
      const fitted = fitColumn(parts, 22, 30);
      let used = 0;
      for (const one of fitted.values()) {
        used += one.entries.reduce((sum, entry) => sum + Math.ceil(widthOf(textOf(entry)) / 30), 0);
        used += one.more > 0 || one.isCut ? 1 : 0;
      }
      expect(used).toBeLessThanOrEqual(22);
    }
  });
});
