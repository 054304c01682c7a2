import { describe, expect, it } from "vitest";
import { entryOf, hasTyped, isConfirming, japanMinute, mistakesIn, NOTHING, typedNumber } from "./entry";

const NOW = new Date("2026-11-26T00:15:30Z");

describe("what was typed", () => {
  it.each([
    ["36.5", 36.5],
    ["３６．５", 36.5],
    [" 36,5 ", 36.5],
    ["72", 72],
    ["1,500", 1500],
  ])("%s is a number", (text, number) => expect(typedNumber(text)).toBe(number));

  it.each(["", "-1", "36.", "平熱", "1e3", "120/80"])("%s is none", (text) =>
    expect(typedNumber(text)).toBeNull(),
  );

  it("is sent with the time, and SpO2 in room air", () => {
    const typed = { ...NOTHING, values: { spo2: "97", pulse: " " } };
    expect(entryOf(typed, NOW)).toEqual({
      measured_at: "2026-11-26T00:15:30.000Z",
      readings: { spo2: 97, oxygen_flow: 0 },
      glucose_timing: null,
      note: "",
      confirmed: false,
    });
    const later = { ...typed, at: "2026-11-26T08:00", values: { blood_glucose: "112" } };
    expect(entryOf(later, NOW)).toMatchObject({
      measured_at: "2026-11-26T08:00:00+09:00",
      readings: { blood_glucose: 112 },
      glucose_timing: "casual",
    });
  });

  it("confirms the values that were asked about, and no others", () => {
    const asked = { ...NOTHING, values: { body_temperature: "41.5" } };
    expect(isConfirming(asked)).toBe(false);
    const confirming = { ...asked, asked: JSON.stringify(asked.values) };
    expect(entryOf(confirming, NOW).confirmed).toBe(true);
    const changed = { ...confirming, values: { ...asked.values, pulse: "180" } };
    expect(entryOf(changed, NOW).confirmed).toBe(false);
  });

  it("is looked at for what is no number", () => {
    expect(mistakesIn({ ...NOTHING, values: { pulse: "七二", spo2: "97", weight: "" } })).toEqual({
      pulse: "脈拍を数字で入力してください。",
    });
  });

  it("is worth keeping as soon as there is anything", () => {
    expect(hasTyped({ ...NOTHING, values: { pulse: " " } })).toBe(false);
    expect(hasTyped({ ...NOTHING, values: { pulse: "7" } })).toBe(true);
    expect(hasTyped({ ...NOTHING, note: "x" })).toBe(true);
  });

  it("has Japan's minute whatever the device says", () => {
    expect(japanMinute(NOW)).toBe("2026-11-26T09:15");
  });
});
