import type { ApplicationSummary } from "../../api/types";
import { CHANNELS, word } from "../../city/words";
import { monthAndDay } from "../../dates/wareki";
import { ApplicationBadge, Badge, Due } from "../../interface/status-badge";

/** One row per application; on a phone each row is a card. */
export function QueueTable({ items }: { items: ApplicationSummary[] }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">申請の一覧。期限の近い順</caption>
      <thead>
        <tr>
          <th scope="col">団体と受付番号</th>
          <th scope="col">状態</th>
          <th scope="col">通知書の投函期限</th>
          <th scope="col">申請者</th>
          <th scope="col">人数</th>
          <th scope="col">方法</th>
          <th scope="col">受付日</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.receipt_number} class={item.late ? "queue__late" : ""}>
            <th scope="row">
              <a class="queue__link" href={`/desk/applications/${item.receipt_number}`}>
                {item.organization_name}
                <span class="code queue__receipt">{item.receipt_number}</span>
              </a>
              {item.is_new_organization && <Badge kind="soon">新しい団体</Badge>}
            </th>
            <td class="queue__status">
              <ApplicationBadge status={item.status} />
            </td>
            <td data-label="投函期限">
              <Due
                dueOn={item.due_on ?? null}
                openDaysLeft={item.open_days_left ?? null}
                returned={item.status === "returned"}
              />
            </td>
            <td data-label="申請者">{item.applicant_name}</td>
            <td data-label="人数">{item.people_count}人</td>
            <td data-label="方法">{word(CHANNELS, item.channel)}</td>
            <td data-label="受付日">
              <time dateTime={item.received_at}>{monthAndDay(item.received_at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
