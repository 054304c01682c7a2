import { loadAlerts } from "../../api/support-desk";
import type { CareTeamAlerts, StopAlert } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { CITY_DESK } from "../../city/names";
import { PROFESSIONS, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { Badge } from "../../interface/status-badge";
import { AssociationDesk } from "../../session/signed-in";
import { endangered, mostUrgentFirst } from "./alerts";

export function DeskAlertsPage() {
  return <AssociationDesk>{() => <Alerts />}</AssociationDesk>;
}

/** What threatens a care team although nobody filed a Form 8 (R17). */
function Alerts() {
  const { data, problem, loading, reload } = useLoaded("alerts", loadAlerts);
  return (
    <Page heading="担当者の確認" wide help="association#team-changes">
      <div class="row row--apart">
        <p>
          支援の部屋の担当者が足りなくなりそうなところです。担当者の変更(様式第8号)を早めに頼んでください。
        </p>
        <Button small onClick={() => void reload()}>
          最新の状態にする
        </Button>
      </div>
      <p role="status" class="visually-hidden">
        {data && !loading && "読み込みました"}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="担当者の状況" />}
      {data && (
        <>
          <WithoutClinician rooms={data.without_clinician} />
          <Stops stops={data.stops} />
        </>
      )}
    </Page>
  );
}

function WithoutClinician({ rooms }: { rooms: CareTeamAlerts["without_clinician"] }) {
  const now = new Date();
  return (
    <section class="card" aria-labelledby="without-clinician">
      <h2 id="without-clinician">医師・訪問看護師がいない部屋({rooms.length}室)</h2>
      {rooms.length === 0 && <p>どの部屋にも、医師か訪問看護師がいます。</p>}
      {rooms.length > 0 && (
        <table class="list">
          <caption class="visually-hidden">医師・訪問看護師がいない部屋</caption>
          <thead>
            <tr>
              <th scope="col">登録者</th>
              <th scope="col">いつから</th>
            </tr>
          </thead>
          <tbody>
            {rooms.map((room) => (
              <tr key={room.room_id}>
                <th scope="row">
                  <a href={`/desk/registrants/${room.registrant_id}`}>{room.registrant_name}</a>
                </th>
                <td data-label="いつから">
                  {wareki(room.from)}{" "}
                  {new Date(room.from) > now ? (
                    <Badge kind="soon">これから</Badge>
                  ) : (
                    <Badge kind="late">もういません</Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Stops({ stops }: { stops: StopAlert[] }) {
  return (
    <section class="card" aria-labelledby="stops">
      <h2 id="stops">利用中止が出ている担当者({stops.length}人)</h2>
      <p>
        アカウントの利用中止(様式第6号)が{CITY_DESK}
        に出ていて、まだ受理されていません。受理されると、この人はすべての部屋から外れます。
      </p>
      {stops.length === 0 ? (
        <EmptyState title="利用中止が出ている担当者はいません" />
      ) : (
        mostUrgentFirst(stops).map((stop) => (
          <Stop key={`${stop.receipt_number} ${stop.user_id}`} stop={stop} />
        ))
      )}
    </section>
  );
}

function Stop({ stop }: { stop: StopAlert }) {
  const urgent = endangered(stop).length > 0;
  const heading = `stop-${stop.receipt_number}-${stop.user_id}`;
  return (
    <article
      class={urgent ? "notice-box notice-box--danger" : "notice-box notice-box--warning"}
      aria-labelledby={heading}
    >
      <h3 id={heading}>
        {stop.user_name}さん({word(PROFESSIONS, stop.profession)} {stop.organization_name})
      </h3>
      <p>
        {stop.last_day ? `最後に使う日 ${wareki(stop.last_day)}` : "最後に使う日の指定はありません"}
        <span class="hint">
          {" "}
          届出 {wareki(stop.filed_at)} <span class="code">{stop.receipt_number}</span>
        </span>
      </p>
      <ul>
        {stop.rooms.map((room) => (
          <li key={room.room_id}>
            <a href={`/desk/registrants/${room.registrant_id}`}>{room.registrant_name}さんの部屋</a>{" "}
            {room.last_clinician && <Badge kind="late">最後の医師・訪問看護師</Badge>}
          </li>
        ))}
      </ul>
    </article>
  );
}
