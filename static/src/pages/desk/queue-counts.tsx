import type { DeskSummary } from "../../api/types";
import { japanDay } from "../../dates/wareki";
import { addressOf, type Filters, NO_FILTERS } from "./filters";

/** The server counts no further than this. */
const COUNTED_MAX = 1000;

export function countInWords(count: number): string {
  return count >= COUNTED_MAX ? `${COUNTED_MAX}以上` : String(count);
}

interface QueueCountsProps {
  summary: DeskSummary;
  /** Care teams to look at; only the association has any. */
  alerts: number;
  current: Filters;
}

/** What needs attention today; each number is a link to what it counts. */
export function QueueCounts({ summary, alerts, current }: QueueCountsProps) {
  const here = addressOf(current);
  const queue = [
    { label: "期限超過", count: summary.late, filters: { late: true }, urgent: true },
    { label: "今日まで", count: summary.due_today, filters: { dueBy: japanDay(new Date()) } },
    { label: "自分の担当", count: summary.mine, filters: { assigned: "me" } },
    { label: "未割当", count: summary.unassigned, filters: { assigned: "none" } },
  ].map(({ filters, ...rest }) => ({ ...rest, href: addressOf({ ...NO_FILTERS, ...filters }) }));
  const notices = [
    { label: "通知書 未印刷", count: summary.notices_to_print, href: "/desk/notices" },
    { label: "通知書 未投函", count: summary.notices_to_post, href: "/desk/notices?state=to_post" },
    { label: "異議", count: summary.objections, href: "/desk/notices?state=objected", urgent: true },
    { label: "担当者の確認", count: alerts, href: "/desk/alerts", urgent: true },
  ].filter((each) => each.count > 0);

  return (
    <nav class="tallies no-print" aria-label="今日の仕事">
      <ul>
        {[...queue, ...notices].map(({ label, count, href, urgent }) => (
          <li key={label}>
            <a
              href={href}
              class={urgent && count > 0 ? "tally tally--urgent" : "tally"}
              aria-current={href === here ? "page" : undefined}
            >
              {label} <strong>{countInWords(count)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
