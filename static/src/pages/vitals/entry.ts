import type { Entry } from "../../api/vitals";
import { ALL_KINDS, type GlucoseTiming, VITAL_KINDS, type VitalKind } from "../../city/vital-words";

/** An entry as it is typed: what was not measured is "". */
export interface TypedEntry {
  values: Partial<Record<VitalKind, string>>;
  timing: GlucoseTiming;
  note: string;
  /** As a datetime-local field gives it, in Japan; "" for now. */
  at: string;
}

export const NOTHING: TypedEntry = { values: {}, timing: "casual", note: "", at: "" };

/** The number that was meant, in either width; null when it is none. */
export function typedNumber(text: string): number | null {
  const plain = text.normalize("NFKC").trim().replace(",", ".");
  return /^\d{1,5}(\.\d{1,3})?$/.test(plain) ? Number(plain) : null;
}

/** Whether there is anything that could be lost. */
export function hasTyped({ values, note }: TypedEntry): boolean {
  return note.trim() !== "" || Object.values(values).some((value) => value?.trim());
}

/** What is no number, by kind; the server looks at the rest. */
export function mistakesIn({ values }: TypedEntry): Partial<Record<VitalKind, string>> {
  const mistakes: Partial<Record<VitalKind, string>> = {};
  for (const kind of ALL_KINDS) {
    const typed = values[kind]?.trim();
    if (typed && typedNumber(typed) === null)
      mistakes[kind] = `${VITAL_KINDS[kind].label}を数字で入力してください。`;
  }
  return mistakes;
}

/** "2026-11-26T09:15" in Japan, for a datetime-local field. */
export function japanMinute(time: Date): string {
  return new Date(time.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 16);
}

/** What is sent. SpO2 is measured in room air unless somebody says otherwise. */
export function entryOf(typed: TypedEntry, now: Date, confirmed: boolean): Entry {
  const readings: Entry["readings"] = {};
  for (const kind of ALL_KINDS) {
    const value = typedNumber(typed.values[kind] ?? "");
    if (value !== null) readings[kind] = value;
  }
  if (readings.spo2 !== undefined && readings.oxygen_flow === undefined) readings.oxygen_flow = 0;
  return {
    measured_at: typed.at ? `${typed.at}:00+09:00` : now.toISOString(),
    readings,
    glucose_timing: readings.blood_glucose === undefined ? null : typed.timing,
    note: typed.note,
    confirmed,
  };
}
