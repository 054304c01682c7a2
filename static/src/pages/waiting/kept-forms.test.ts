import { describe, expect, it } from "vitest";
import { keptForms } from "./kept-forms";

describe("forms begun in this tab", () => {
  it("lead back to their pages; what else is kept is none of them", () => {
    const names = [
      "vitals-12",
      "intent-vitals-12",
      "visit-3",
      "room-search",
      "basic-sheet-7",
      "vitals-paste-2",
    ];
    expect(keptForms(names).map(({ href }) => href)).toEqual([
      "/rooms/12/vitals",
      "/rooms/3/visits",
      "/rooms/7/basic-sheet",
      "/rooms/2/vitals?view=paste",
    ]);
  });
});
