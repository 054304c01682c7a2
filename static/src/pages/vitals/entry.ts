import type { Entry } from "../../api/vitals";
import { ALL_KINDS, type GlucoseTiming, VITAL_KINDS, type VitalKind } from "../../city/vital-words";

/** An entry as it is typed: what was not measured is "". */
export interface TypedEntry {
  values: Partial<Record<VitalKind, string>>;
  timing: GlucoseTiming;
  note: string;
  /** As a datetime-local field gives it, in Japan; "" for now. */
  at: string;
  /** The unusual values that the server asked about, as they were; "" before it did. */
  asked: string;
}

export const NOTHING: TypedEntry = { values: {}, timing: "casual", note: "", at: "", asked: "" };

/** Whether sending it again says that these very values are no mistake. */
export function isConfirming({ values, asked }: TypedEntry): boolean {
  return asked !== "" && asked === JSON.stringify(values);
}

/** Of a field in which only the day or only the time stands: it would be taken for empty, which means now. */
export const HALF_A_DATE = "日付と時刻の両方を入れてください。";

/** The number that was meant, in either width, with a comma before thousands or as the point; null when it is none. */
export function typedNumber(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^(\d{1,2}),(\d{3})$/, "$1$2")
    .replace(",", ".");
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
export function entryOf(typed: TypedEntry, now: Date): Entry {
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
    confirmed: isConfirming(typed),
  };
}
