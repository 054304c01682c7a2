import { useState } from "preact/hooks";
import type { LatestValue } from "../../api/vitals";
import {
  GLUCOSE_TIMINGS,
  type GlucoseTiming,
  VITAL_KINDS,
  type VitalKind,
  vitalNumber,
} from "../../city/vital-words";
import { japanDay, monthAndDay, timeOfDay } from "../../dates/wareki";
import { Field } from "../../interface/field";
import type { TypedEntry } from "./entry";

/** Measured at nearly every visit: always in sight. */
const USUAL: VitalKind[] = [
  "body_temperature",
  "pulse",
  "systolic_pressure",
  "diastolic_pressure",
  "spo2",
  "oxygen_flow",
];
const OTHERS: VitalKind[] = [
  "respiration",
  "weight",
  "blood_glucose",
  "main_dish",
  "side_dish",
  "fluids",
  "urine",
  "stool",
  "pain",
];

interface VitalFieldsProps {
  /** Before the ids, so that two forms may stand on one page. */
  prefix: string;
  typed: TypedEntry;
  onTyped: (typed: TypedEntry) => void;
  errors: Partial<Record<VitalKind, string | undefined>>;
  latest?: LatestValue[];
}

/** Large fields for numbers, two beside each other on a phone. */
export function VitalFields({ prefix, typed, onTyped, errors, latest = [] }: VitalFieldsProps) {
  const field = (kind: VitalKind) => (
    <NumberField
      key={kind}
      id={`${prefix}${kind}`}
      kind={kind}
      value={typed.values[kind] ?? ""}
      onValue={(value) => onTyped({ ...typed, values: { ...typed.values, [kind]: value } })}
      error={errors[kind]}
      last={latest.find((value) => value.kind === kind)}
    />
  );
  const [isOpened, setOpened] = useState(false);
  const isNeeded = OTHERS.some((kind) => typed.values[kind] || errors[kind]);
  return (
    <>
      <div class="vital-fields">{USUAL.map(field)}</div>
      <details
        class="vital-more"
        open={isOpened || isNeeded}
        onToggle={(event) => setOpened(event.currentTarget.open)}
      >
        <summary>呼吸・体重・血糖・食事・水分・排泄・痛み</summary>
        <div class="vital-fields">{OTHERS.map(field)}</div>
        <TimingField
          id={`${prefix}timing`}
          value={typed.timing}
          onValue={(timing) => onTyped({ ...typed, timing })}
        />
      </details>
    </>
  );
}

interface NumberFieldProps {
  id: string;
  kind: VitalKind;
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
  last: LatestValue | undefined;
}

function NumberField({ id, kind, value, onValue, error, last }: NumberFieldProps) {
  const { label, unit, decimals } = VITAL_KINDS[kind];
  return (
    <Field
      id={id}
      label={unit ? `${label} ${unit}` : label}
      error={error}
      hint={last ? lastInWords(kind, last) : undefined}
    >
      {(attributes) => (
        <input
          {...attributes}
          class="vital-number"
          type="text"
          inputMode={decimals > 0 ? "decimal" : "numeric"}
          autocomplete="off"
          placeholder={kind === "oxygen_flow" ? "室内気" : ""}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** 前回 36.5 (今日 9:10) */
function lastInWords(kind: VitalKind, { value, measured_at }: LatestValue): string {
  const time = new Date(measured_at);
  const isToday = japanDay(time) === japanDay(new Date());
  const number = kind === "oxygen_flow" && value === 0 ? "室内気" : vitalNumber(kind, value);
  return `前回 ${number} (${isToday ? timeOfDay(measured_at) : monthAndDay(measured_at)})`;
}

interface TimingFieldProps {
  id: string;
  value: GlucoseTiming;
  onValue: (value: GlucoseTiming) => void;
}

function TimingField({ id, value, onValue }: TimingFieldProps) {
  return (
    <Field id={id} label="血糖を測ったとき" short>
      {(attributes) => (
        <select
          {...attributes}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value as GlucoseTiming)}
        >
          {Object.entries(GLUCOSE_TIMINGS).map(([timing, label]) => (
            <option key={timing} value={timing}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
