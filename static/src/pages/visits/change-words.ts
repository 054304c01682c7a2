import type { VisitChange } from "../../api/visits";
import { VISIT_KINDS, WEEK_DAYS } from "../../city/visit-words";
import { span } from "../../dates/time-of-day";
import { monthAndDay } from "../../dates/wareki";

type DayState = NonNullable<VisitChange["day_before"]>;
type PlanBefore = NonNullable<VisitChange["plan_before"]>;

/** What was done, and to which visit. */
export function headingOfChange(change: VisitChange): string {
  const { what, day } = change;
  const of = day ? monthAndDay(day) : "";
  if (what === "planned") return "予定を入れた";
  if (what === "following") return `${of}から後を変えた`;
  if (what === "ended") return `${of}から後をやめた`;
  if (what === "done") return `${of}の回を済みにした`;
  if (what === "not_done") return `${of}の回の済みを取り消した`;
  return `${of}の回を${dayStep(change.day_before, change.day_after)}`;
}

function dayStep(before: DayState | null, after: DayState | null): string {
  if (!before || !after) return "変えた";
  if (after.is_cancelled && !before.is_cancelled) return "取りやめた";
  if (!after.is_cancelled && before.is_cancelled) return "予定に戻した";
  if (after.moved_to_day !== before.moved_to_day || after.moved_to_minute !== before.moved_to_minute) {
    return after.moved_to_day ? "動かした" : "元の日時に戻した";
  }
  return "変えた";
}

/** 予定どおり; 12月9日(水) 10:00–10:30; 取りやめ(入院のため) */
export function stateText(state: DayState): string {
  const { moved_to_day: day, moved_to_minute: start, moved_minutes: minutes } = state;
  const time =
    day !== null && start !== null && minutes !== null
      ? `${monthAndDay(day)} ${span(start, minutes)}`
      : "予定どおり";
  const words = [state.is_cancelled ? "取りやめ" : time, state.done_at ? "済み" : ""]
    .filter(Boolean)
    .join("・");
  return state.note ? `${words}(${state.note})` : words;
}

/** 訪問看護 山田 花子 9:00–10:00 毎週 月・木 12月1日(火)から */
export function planText(plan: PlanBefore): string {
  const until = plan.last_day ? `${monthAndDay(plan.last_day)}まで` : "";
  return [
    VISIT_KINDS[plan.kind],
    plan.visitor_name,
    span(plan.start_minute, plan.minutes),
    repeatText(plan.repeat),
    `${monthAndDay(plan.first_day)}から${until}`,
    plan.note,
  ]
    .filter(Boolean)
    .join(" ");
}

function repeatText(repeat: PlanBefore["repeat"]): string {
  if (!repeat) return "";
  if (repeat.every === "month_day") return `毎月${repeat.day}日`;
  if (repeat.every === "month_weekday") {
    const nth = repeat.nth === -1 ? "最後の" : `第${repeat.nth}`;
    return `毎月${nth}${WEEK_DAYS[repeat.weekday]}曜日`;
  }
  const weeks = repeat.weeks === 1 ? "毎週" : `${repeat.weeks}週ごと`;
  return `${weeks} ${repeat.weekdays.map((day) => WEEK_DAYS[day]).join("・")}`;
}
