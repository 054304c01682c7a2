import type { Application } from "../../api/applications";
import { DESKS, otherDesk } from "../../city/names";
import { CHANNELS, formName, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { ApplicationBadge, Badge, Due } from "../../interface/status-badge";
import { Fact } from "./facts";

const DUE_OF: Record<Application["form"], string> = {
  1: "判断の期限",
  2: "判断の期限",
  3: "判断の期限",
  4: "通知書の投函期限",
  5: "判断の期限",
  6: "判断の期限",
  7: "判断の期限",
  8: "判断の期限",
  9: "判断の期限",
};

export function Summary({ detail }: { detail: Application }) {
  return (
    <section class="card" aria-label="申請の概要">
      <div class="row">
        <ApplicationBadge status={detail.status} />
        {detail.is_new_organization && <Badge kind="soon">新しい団体</Badge>}
        {detail.wrong_desk && <Badge kind="late">別の窓口の様式</Badge>}
        <span class="code">{detail.receipt_number}</span>
      </div>
      {detail.status === "redirected" && (
        <p>
          {DESKS[otherDesk(detail.desk)].name}から転送されました。理由は下の「これまでの経過」にあります。
        </p>
      )}
      <dl class="facts">
        <Fact name="様式">{formName(detail.form)}</Fact>
        <Fact name="受付">
          {wareki(detail.received_at)}({word(CHANNELS, detail.channel)})
        </Fact>
        <Fact name={DUE_OF[detail.form]}>
          <Due
            dueOn={detail.due_on ?? null}
            openDaysLeft={detail.open_days_left ?? null}
            status={detail.status}
          />
        </Fact>
        {detail.people_count > 0 && <Fact name="人数">{detail.people_count}人</Fact>}
      </dl>
      {detail.organization_id && (
        <p class="no-print">
          <a href={`/desk?tab=all&organization_id=${detail.organization_id}`}>この団体のほかの申請を見る</a>
        </p>
      )}
    </section>
  );
}

export function Warnings({ detail }: { detail: Application }) {
  if (detail.warnings.length === 0) return null;
  return (
    <section class="notice-box notice-box--warning" aria-labelledby="warnings">
      <h2 id="warnings">確かめてください({detail.warnings.length}件)</h2>
      <ul>
        {detail.warnings.map((warning) => (
          <li key={`${warning.code}-${warning.field ?? ""}`}>{warning.message}</li>
        ))}
      </ul>
    </section>
  );
}
