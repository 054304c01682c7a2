import type { Notice } from "../../api/types";
import { monthAndDay } from "../../dates/wareki";
import { Badge, Due } from "../../interface/status-badge";
import type { NoticeState } from "./desk-notices-page";

interface NoticeTableProps {
  items: Notice[];
  state: NoticeState;
  chosen: ReadonlySet<number>;
  onChosen: (chosen: ReadonlySet<number>) => void;
}

/** A person who has signed in needs no more letters. */
function isChoosable(notice: Notice): boolean {
  return !notice.first_login_at;
}

export function NoticeTable({ items, state, chosen, onChosen }: NoticeTableProps) {
  const choosable = items.filter(isChoosable);
  const all = choosable.length > 0 && choosable.every((notice) => chosen.has(notice.notice_id));
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };

  return (
    <div class="stack">
      <label class="check check--all">
        <input
          type="checkbox"
          checked={all}
          disabled={choosable.length === 0}
          onChange={() => onChosen(all ? new Set() : new Set(choosable.map((notice) => notice.notice_id)))}
        />
        表示中のすべてを選ぶ({choosable.length}通)
      </label>
      <table class="list notices">
        <caption class="visually-hidden">通知書の一覧。期限の近い順</caption>
        <thead>
          <tr>
            <th scope="col">あて先</th>
            <th scope="col">ログインID</th>
            <th scope="col">投函期限</th>
            <th scope="col">経過</th>
            <th scope="col">受付番号</th>
          </tr>
        </thead>
        <tbody>
          {items.map((notice) => (
            <NoticeRow
              key={notice.notice_id}
              notice={notice}
              state={state}
              chosen={chosen.has(notice.notice_id)}
              onToggle={() => toggle(notice.notice_id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface NoticeRowProps {
  notice: Notice;
  state: NoticeState;
  chosen: boolean;
  onToggle: () => void;
}

function NoticeRow({ notice, state, chosen, onToggle }: NoticeRowProps) {
  return (
    <tr class={chosen ? "notices__chosen" : ""}>
      <th scope="row">
        <label class="check">
          <input type="checkbox" checked={chosen} disabled={!isChoosable(notice)} onChange={onToggle} />
          <span>
            {notice.user_name}
            <span class="kana">{notice.organization_name}</span>
          </span>
        </label>
      </th>
      <td data-label="ログインID">
        <span class="code">{notice.login_id}</span>
      </td>
      <td data-label="投函期限">
        {state === "posted" ? (
          notice.due_on && monthAndDay(notice.due_on)
        ) : (
          <Due dueOn={notice.due_on ?? null} openDaysLeft={notice.open_days_left ?? null} />
        )}
      </td>
      <td data-label="経過">
        <Progress notice={notice} />
      </td>
      <td data-label="受付番号">
        {notice.receipt_number ? (
          <a class="code" href={`/desk/applications/${notice.receipt_number}`}>
            {notice.receipt_number}
          </a>
        ) : (
          "窓口の職員(申請なし)"
        )}
      </td>
    </tr>
  );
}

function Progress({ notice }: { notice: Notice }) {
  return (
    <>
      <Step notice={notice} /> <Confirmation notice={notice} />
    </>
  );
}

/** R37: what the manager said about the result. */
function Confirmation({ notice }: { notice: Notice }) {
  if (notice.objected_at && !notice.answered_at) {
    return (
      <a href="/desk/notices?state=objected">
        <Badge kind="late">異議あり</Badge>
      </a>
    );
  }
  if (notice.answered_at) return <Badge kind="quiet">異議に回答済み</Badge>;
  if (notice.confirmed_at) return <Badge kind="done">団体が確認済み</Badge>;
  return null;
}

function Step({ notice }: { notice: Notice }) {
  if (notice.first_login_at)
    return <Badge kind="done">{monthAndDay(notice.first_login_at)} 初回ログイン</Badge>;
  if (notice.posted_at) return <>{monthAndDay(notice.posted_at)} 投函</>;
  if (notice.printed_at) return <>{monthAndDay(notice.printed_at)} 印刷</>;
  return <>未印刷</>;
}
