// What is measured: the API's words, what people read, units and decimals. Needs nothing but itself.

export type VitalKind =
  | "body_temperature"
  | "pulse"
  | "systolic_pressure"
  | "diastolic_pressure"
  | "respiration"
  | "spo2"
  | "oxygen_flow"
  | "weight"
  | "blood_glucose"
  | "main_dish"
  | "side_dish"
  | "fluids"
  | "urine"
  | "stool"
  | "pain";

interface KindWords {
  label: string;
  unit: string;
  decimals: number;
}

export const VITAL_KINDS: Record<VitalKind, KindWords> = {
  body_temperature: { label: "体温", unit: "℃", decimals: 1 },
  pulse: { label: "脈拍", unit: "回/分", decimals: 0 },
  systolic_pressure: { label: "血圧(上)", unit: "mmHg", decimals: 0 },
  diastolic_pressure: { label: "血圧(下)", unit: "mmHg", decimals: 0 },
  respiration: { label: "呼吸数", unit: "回/分", decimals: 0 },
  spo2: { label: "SpO2", unit: "%", decimals: 0 },
  oxygen_flow: { label: "酸素", unit: "L/分", decimals: 1 },
  weight: { label: "体重", unit: "kg", decimals: 1 },
  blood_glucose: { label: "血糖", unit: "mg/dL", decimals: 0 },
  main_dish: { label: "主食", unit: "割", decimals: 0 },
  side_dish: { label: "副食", unit: "割", decimals: 0 },
  fluids: { label: "水分", unit: "mL", decimals: 0 },
  urine: { label: "尿", unit: "回", decimals: 0 },
  stool: { label: "便", unit: "回", decimals: 0 },
  pain: { label: "痛み(0〜10)", unit: "", decimals: 0 },
};

/** In the order in which people are asked. */
export const ALL_KINDS = Object.keys(VITAL_KINDS) as VitalKind[];

export type GlucoseTiming = "fasting" | "after_meal" | "casual";

export const GLUCOSE_TIMINGS: Record<GlucoseTiming, string> = {
  fasting: "空腹時",
  after_meal: "食後",
  casual: "随時",
};

export type Mark = "low" | "high";

export const MARKS: Record<Mark, string> = { low: "範囲より低い", high: "範囲より高い" };

/** 36.5 with the decimals of its kind, without its unit. */
export function vitalNumber(kind: VitalKind, value: number): string {
  return value.toFixed(VITAL_KINDS[kind].decimals);
}

/** 36.5℃; without oxygen SpO2 is measured in room air. */
export function vitalText(kind: VitalKind, value: number): string {
  if (kind === "oxygen_flow" && value === 0) return "室内気";
  return `${vitalNumber(kind, value)}${VITAL_KINDS[kind].unit}`;
}

/** 範囲 36.0〜37.5℃ */
export function limitText(kind: VitalKind, low: number | null, high: number | null): string {
  const { unit } = VITAL_KINDS[kind];
  if (low === null && high === null) return "決めていない";
  const ends = [low, high].map((end) => (end === null ? "" : vitalNumber(kind, end)));
  return `${ends.join("〜")}${unit}`;
}
