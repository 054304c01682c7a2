import { useRoute } from "preact-iso";
import { api, ask } from "../../api/client";
import type { ApplicationDetail } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { CHANNELS, historyAction, word } from "../../city/words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { ApplicationBadge, Badge, Due } from "../../interface/status-badge";
import { CityDesk } from "../../session/signed-in";
import { Accounts } from "./accounts";
import { ApplicationContent } from "./application-content";
import { DecisionBox } from "./decision-box";

export function DeskApplicationPage() {
  const receipt = useRoute().params.receipt ?? "";
  return <CityDesk>{() => <Application key={receipt} receipt={receipt} />}</CityDesk>;
}

function Application({ receipt }: { receipt: string }) {
  const { data, problem, reload, replace } = useLoaded(receipt, () =>
    ask(() => api.GET("/api/account-applications/{receipt}", { params: { path: { receipt } } })),
  );
  return (
    <Page heading={data?.organization_name ?? "申請"} title={`申請 ${receipt}`} wide>
      <p class="no-print">
        <a class="back" href="/desk">
          申請の一覧へ戻る
        </a>
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="申請" />}
      {data && (
        <div class="detail">
          <div class="stack">
            <Summary detail={data} />
            <Warnings detail={data} />
            <Accounts detail={data} />
            <ApplicationContent content={data.content} organizationName={data.organization_name} />
            <History detail={data} />
          </div>
          <div class="detail__side no-print">
            <DecisionBox detail={data} onDecided={replace} onReload={reload} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Summary({ detail }: { detail: ApplicationDetail }) {
  return (
    <section class="card" aria-label="申請の概要">
      <div class="row">
        <ApplicationBadge status={detail.status} />
        {detail.is_new_organization && <Badge kind="soon">新しい団体</Badge>}
        <span class="code">{detail.receipt_number}</span>
      </div>
      <dl class="facts">
        <div>
          <dt>様式</dt>
          <dd>様式第{detail.form}号 アカウントの申請と誓約</dd>
        </div>
        <div>
          <dt>受付</dt>
          <dd>
            {wareki(detail.received_at)}({word(CHANNELS, detail.channel)})
          </dd>
        </div>
        <div>
          <dt>通知書の投函期限</dt>
          <dd>
            <Due
              dueOn={detail.due_on ?? null}
              openDaysLeft={detail.open_days_left ?? null}
              returned={detail.status === "returned"}
            />
          </dd>
        </div>
        <div>
          <dt>人数</dt>
          <dd>{detail.people_count}人</dd>
        </div>
      </dl>
    </section>
  );
}

function Warnings({ detail }: { detail: ApplicationDetail }) {
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

function History({ detail }: { detail: ApplicationDetail }) {
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">これまでの経過</h2>
      <ol class="history">
        {detail.history.map((entry) => (
          <li key={`${entry.at}-${entry.action}`}>
            <p>
              <time class="hint" dateTime={entry.at}>
                {warekiWithTime(entry.at)}
              </time>
            </p>
            <p>
              <strong>{historyAction(entry.action)}</strong>
              {entry.actor_name && <span class="hint">({entry.actor_name})</span>}
            </p>
            {entry.note && <p class="history__note">{entry.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
