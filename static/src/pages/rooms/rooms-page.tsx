import { useState } from "preact/hooks";
import { loadRooms, type MyRoom, type MyRooms } from "../../api/support";
import type { Me } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { QUIET_DAYS } from "../../city/room-words";
import { wareki } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Badge } from "../../interface/status-badge";
import { SignedIn } from "../../session/signed-in";
import { useUnread } from "../../unread/unread";
import { UnreadBadges } from "../../unread/unread-badge";
import { NoRooms } from "./no-rooms";
import { RoomsFrame } from "./rooms-frame";

export function RoomsPage() {
  return (
    <SignedIn>
      {(me) => (
        <RoomsFrame current="rooms" heading="参加している部屋" wide>
          <Rooms me={me} />
          <CollaborationWays />
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

/** R7: the rooms to which the person is assigned or in which the person takes part, and no others. */
function Rooms({ me }: { me: Me }) {
  const [about, setAbout] = useState<Pick<MyRooms, "why_empty" | "ended_recently"> | null>(null);
  const pages = usePages<MyRoom>("rooms", async (after) => {
    const answer = await loadRooms(after);
    if (answer.data && !after) setAbout(answer.data);
    return answer;
  });
  const { items, problem } = pages;
  const ended = about?.ended_recently ?? 0;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="部屋" />}
      {items?.length === 0 && <NoRooms me={me} endedRecently={ended} />}
      {items && items.length > 0 && (
        <>
          {ended > 0 && (
            <p class="notice-box">
              この30日の間に、担当や参加が終わった部屋が{ended}
              室あります。終わった部屋の内容は見られません。心当たりがないときは、登録者支援の部屋は医師会の窓口に、職種連携の部屋は市の窓口にお尋ねください。
            </p>
          )}
          {items.some((room) => room.kind === "support") && (
            <p class="no-print">
              <a href="/visits">訪問の予定をまとめて見る</a>
            </p>
          )}
          <RoomTable items={items} />
          <ListEnd counter="室" pages={pages} />
        </>
      )}
    </>
  );
}

/** The way into other rooms: those of a theme, which anybody may ask for (R23–R25). */
function CollaborationWays() {
  return (
    <section class="stack no-print" aria-labelledby="collaboration-ways">
      <h2 id="collaboration-ways">職種連携の部屋</h2>
      <ul class="choice-list">
        <li>
          <a href="/rooms/find">
            <strong>部屋を探す</strong>
            <span>一覧から見つけて、参加を申請します</span>
          </a>
        </li>
        <li>
          <a href="/rooms/new">
            <strong>部屋を開く申請</strong>
            <span>研修の連絡や地域の課題の相談などに</span>
          </a>
        </li>
        <li>
          <a href="/rooms/applications">
            <strong>申請の一覧</strong>
            <span>開設・参加・退出・閉鎖の申請の状況</span>
          </a>
        </li>
      </ul>
    </section>
  );
}

function RoomTable({ items }: { items: MyRoom[] }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">参加している部屋の一覧</caption>
      <thead>
        <tr>
          <th scope="col">部屋</th>
          <th scope="col">人数</th>
          <th scope="col">参加した日</th>
        </tr>
      </thead>
      <tbody>
        {items.map((room) => (
          <RoomRow key={room.room_id} room={room} />
        ))}
      </tbody>
    </table>
  );
}

function RoomRow({ room }: { room: MyRoom }) {
  const { unread } = useUnread();
  const waits = unread?.rooms.find((each) => each.room_id === room.room_id);
  return (
    <tr>
      <th scope="row">
        <a class="queue__link" href={`/rooms/${room.room_id}`}>
          {room.name}
          <span class="queue__receipt">{room.registrant_kana ?? "職種連携の部屋"}</span>
          {room.purpose && <span class="queue__receipt">{room.purpose}</span>}
        </a>
        {waits && <UnreadBadges unread={waits.unread_count} asked={waits.asked_count} />}{" "}
        {room.is_new && <Badge>新しい</Badge>}{" "}
        {room.quiet_since && <Badge kind="soon">{QUIET_DAYS}日以上書き込みなし</Badge>}
        {room.without_clinician && <Badge kind="late">医師・訪問看護師がいません</Badge>}
      </th>
      <td data-label="人数">{room.member_count}人</td>
      <td data-label="参加した日">
        <time dateTime={room.since}>{wareki(room.since)}</time>
      </td>
    </tr>
  );
}
