import { expect, test } from "vitest";
import type { VisitChange } from "../../api/visits";
import { headingOfChange, planText, stateText } from "./change-words";

type DayState = NonNullable<VisitChange["day_before"]>;

const PLANNED: DayState = {
  is_cancelled: false,
  moved_to_day: null,
  moved_to_minute: null,
  moved_minutes: null,
  note: "",
  done_at: null,
};
const MOVED: DayState = { ...PLANNED, moved_to_day: "2026-12-09", moved_to_minute: 600, moved_minutes: 30 };
const CANCELLED: DayState = { ...MOVED, is_cancelled: true, note: "入院のため" };

function heading(
  day_before: typeof MOVED | typeof PLANNED,
  day_after: typeof MOVED | typeof PLANNED,
): string {
  return headingOfChange({ what: "changed", day: "2026-12-07", day_before, day_after } as VisitChange);
}

test("a step of one visit says what became of it", () => {
  expect(heading(PLANNED, MOVED)).toBe("12月7日(月)の回を動かした");
  expect(heading(MOVED, CANCELLED)).toBe("12月7日(月)の回を取りやめた");
  expect(heading(CANCELLED, MOVED)).toBe("12月7日(月)の回を予定に戻した");
  expect(heading(MOVED, PLANNED)).toBe("12月7日(月)の回を元の日時に戻した");
  expect(heading(PLANNED, { ...PLANNED, note: "鍵は玄関" })).toBe("12月7日(月)の回を変えた");
  expect([PLANNED, MOVED, CANCELLED].map(stateText)).toEqual([
    "予定どおり",
    "12月9日(水) 10:00–10:30",
    "取りやめ(入院のため)",
  ]);
});

test("a plan that was changed is said in words", () => {
  const plan = {
    visitor_name: "山田 花子",
    kind: "home_nursing" as const,
    first_day: "2026-12-01",
    last_day: null,
    start_minute: 540,
    minutes: 60,
    repeat: { every: "week" as const, weeks: 2, weekdays: ["mon" as const, "thu" as const] },
    note: "",
  };
  expect(planText(plan)).toBe("訪問看護 山田 花子 9:00–10:00 2週ごと 月・木 12月1日(火)から");
  const last = { ...plan, repeat: { every: "month_weekday" as const, nth: -1, weekday: "fri" as const } };
  expect(planText({ ...last, last_day: "2027-03-31" })).toBe(
    "訪問看護 山田 花子 9:00–10:00 毎月最後の金曜日 12月1日(火)から3月31日(水)まで",
  );
});
