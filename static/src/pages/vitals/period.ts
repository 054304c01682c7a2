import { daysLater, isDay } from "../../dates/days";

/** How much of time one graph shows. */
export type Span = "day" | "week" | "month" | "year";

export const SPANS: { value: Span; label: string }[] = [
  { value: "day", label: "1日" },
  { value: "week", label: "1週間" },
  { value: "month", label: "1か月" },
  { value: "year", label: "1年" },
];

const DAYS: Record<Span, number> = { day: 1, week: 7, month: 31, year: 365 };

export interface Period {
  span: Span;
  /** "2026-11-26", both within. */
  from: string;
  to: string;
}

/** The period of a length that ends on a day. */
export function periodUntil(span: Span, to: string): Period {
  return { span, from: daysLater(to, 1 - DAYS[span]), to };
}

/** The period before or after, never beyond today. */
export function moved({ span, to }: Period, direction: -1 | 1, today: string): Period {
  const next = daysLater(to, direction * DAYS[span]);
  return periodUntil(span, next > today ? today : next);
}

/** What the address says, or the last month. */
export function periodIn(query: Record<string, string>, today: string): Period {
  const span = SPANS.find(({ value }) => value === query.span)?.value ?? "month";
  const { to } = query;
  return periodUntil(span, isDay(to) && to <= today ? to : today);
}
