import { api, ask } from "../../api/client";
import type { Unread } from "../../api/messages";
import type { Device, Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { CITY_DESK } from "../../city/names";
import { DEVICE_STATUSES, PROFESSIONS, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { DeviceName } from "../../interface/device-name";
import { Page } from "../../interface/page";
import { Badge } from "../../interface/status-badge";
import { SignedIn } from "../../session/signed-in";
import { useUnread } from "../../unread/unread";
import { UnreadBadges } from "../../unread/unread-badge";
import { AskCard } from "../notifications/ask-card";
import { ManagerAttention } from "./manager-attention";

export function HomePage() {
  return <SignedIn>{(me) => <Home me={me} />}</SignedIn>;
}

function Home({ me }: { me: Me }) {
  return (
    <Page heading={`${me.name}さん`} title="自分のページ">
      <p>
        {word(PROFESSIONS, me.profession)} ・ {me.organization.name}
        {me.is_manager && "(システム管理担当者)"}
      </p>
      {me.desk === "city" && (
        <p>
          <a href="/desk">市の担当者の画面へ</a>
        </p>
      )}
      <AskCard />
      {me.is_manager && <ManagerAttention organization={me.organization.id} />}
      <Rooms me={me} />
      <Devices />
    </Page>
  );
}

/** R7: only where somebody is assigned; the names are left to the page of the rooms, which logs who saw them (R21). */
function Rooms({ me }: { me: Me }) {
  const { support, collaboration } = me.rooms;
  const { unread } = useUnread();
  return (
    <section class="card" aria-labelledby="rooms">
      <h2 id="rooms">参加している部屋</h2>
      {support + collaboration === 0 && (
        <p>
          まだ参加している部屋がありません。登録者(支援を受ける方)の情報は、担当者として設定された部屋だけに表示されます。部屋に入るには、支援チームの届出(様式第8号)が必要です。
        </p>
      )}
      <ul class="choice-list choice-list--one">
        <li>
          <a href="/rooms">
            <strong>
              部屋を開く {unread && <UnreadBadges unread={unread.total} asked={askedIn(unread)} />}
            </strong>
            <span>担当・参加している部屋。入るための手続きもここから</span>
          </a>
        </li>
        <li>
          <a href="/rooms/find">
            <strong>職種連携の部屋を探す</strong>
            <span>研修や地域の課題など、テーマごとの部屋に参加を申請する</span>
          </a>
        </li>
        <li>
          <a href="/tags">
            <strong>タグの一覧と要望</strong>
            <span>メッセージに付けるタグを見る、市に要望を送る</span>
          </a>
        </li>
      </ul>
      <p class="hint">分からないことは、団体のシステム管理担当者か{CITY_DESK}にお尋ねください。</p>
    </section>
  );
}

function askedIn(unread: Unread): number {
  return unread.rooms.reduce((sum, room) => sum + room.asked_count, 0);
}

function Devices() {
  const { data, problem, reload } = useLoaded("devices", () => ask(() => api.GET("/api/me/devices")));
  return (
    <section class="card" aria-labelledby="devices">
      <h2 id="devices">登録した端末</h2>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="端末" />}
      {data?.items.length === 0 && <EmptyState title="登録した端末はありません" />}
      {data && data.items.length > 0 && (
        <ul class="devices">
          {data.items.map((device) => (
            <DeviceLine key={device.id} device={device} />
          ))}
        </ul>
      )}
      <p>
        端末をなくしたときは、すぐに<a href="/account">アカウント</a>のページで使えなくしてください。
      </p>
    </section>
  );
}

function DeviceLine({ device }: { device: Device }) {
  return (
    <li>
      <p>
        <DeviceName device={device} />
      </p>
      <p class="row">
        {device.this_device && <Badge>この端末</Badge>}
        <Badge kind={device.status === "active" ? "done" : "quiet"}>
          {word(DEVICE_STATUSES, device.status)}
        </Badge>
        {device.registered_at && <span class="hint">登録 {wareki(device.registered_at)}</span>}
      </p>
    </li>
  );
}
