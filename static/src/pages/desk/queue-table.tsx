import type { ApplicationSummary } from "../../api/types";
import { MISSING } from "../../city/support-words";
import { CHANNELS, formShortName, word } from "../../city/words";
import { monthAndDay } from "../../dates/wareki";
import { ApplicationBadge, Badge, Due } from "../../interface/status-badge";
import type { Selection } from "./use-selection";

interface QueueTableProps {
  items: ApplicationSummary[];
  selection: Selection;
}

/** One row per application; on a phone each row is a card. */
export function QueueTable({ items, selection }: QueueTableProps) {
  const all = items.length > 0 && items.every((item) => selection.has(item.receipt_number));
  const receipts = items.map((item) => item.receipt_number);
  return (
    <div class="stack">
      <div class="row row--apart no-print">
        <label class="check check--all">
          <input
            type="checkbox"
            checked={all}
            onChange={() => (all ? selection.leaveOut(receipts) : selection.choose(receipts))}
          />
          表示中のすべてを選ぶ({items.length}件)
        </label>
        <p class="hint queue__keys">Shiftキーを押しながら選ぶと、間の行もまとめて選べます。</p>
      </div>
      <table class="list queue">
        <caption class="visually-hidden">申請の一覧。期限の近い順</caption>
        <thead>
          <tr>
            <th scope="col" class="no-print">
              選択
            </th>
            <th scope="col">団体と受付番号</th>
            <th scope="col">様式</th>
            <th scope="col">状態</th>
            <th scope="col">期限</th>
            <th scope="col">申請者</th>
            <th scope="col">担当</th>
            <th scope="col">受付</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <QueueRow key={item.receipt_number} item={item} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QueueRow({ item, selection }: { item: ApplicationSummary; selection: Selection }) {
  const chosen = selection.has(item.receipt_number);
  const classes = [chosen ? "queue__chosen" : "", item.late ? "queue__late" : ""].filter(Boolean).join(" ");
  return (
    <tr class={classes}>
      <td class="queue__choice no-print">
        <label class="check">
          <input
            type="checkbox"
            checked={chosen}
            // Before the change event, because only a click tells about the Shift key.
            onClick={(event) => selection.toggle(item.receipt_number, event.shiftKey)}
          />
          <span class="visually-hidden">
            {item.organization_name} {item.receipt_number}を選ぶ
          </span>
        </label>
      </td>
      <th scope="row">
        <a class="queue__link" href={`/desk/applications/${item.receipt_number}`}>
          {item.organization_name}
          <span class="code queue__receipt">{item.receipt_number}</span>
        </a>
        <span class="queue__badges">
          {item.is_new_organization && <Badge kind="soon">新しい団体</Badge>}
          {item.wrong_desk && <Badge kind="late">別の窓口の様式</Badge>}
          {item.missing?.map((missing) => (
            <Badge kind="soon" key={missing}>
              {word(MISSING, missing)}なし
            </Badge>
          ))}
        </span>
      </th>
      <td data-label="様式">{formShortName(item.form)}</td>
      <td class="queue__status">
        <ApplicationBadge status={item.status} />
      </td>
      <td data-label="期限">
        <Due dueOn={item.due_on ?? null} openDaysLeft={item.open_days_left ?? null} status={item.status} />
      </td>
      <td data-label="申請者">
        {item.applicant_name}
        {item.people_count > 0 && <span class="queue__people"> {item.people_count}人分</span>}
      </td>
      <td data-label="担当">{item.assigned_to?.name ?? <span class="quiet">未割当</span>}</td>
      <td data-label="受付">
        <time dateTime={item.received_at}>{monthAndDay(item.received_at)}</time>{" "}
        <span class="queue__channel">{word(CHANNELS, item.channel)}</span>
      </td>
    </tr>
  );
}
