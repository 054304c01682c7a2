import { useState } from "preact/hooks";
import { loadRooms, type MyRoom, type MyRooms } from "../../api/support";
import type { Me } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { wareki } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Badge } from "../../interface/status-badge";
import { SignedIn } from "../../session/signed-in";
import { NoRooms } from "./no-rooms";
import { RoomsFrame } from "./rooms-frame";

export function RoomsPage() {
  return (
    <SignedIn>
      {(me) => (
        <RoomsFrame current="rooms" heading="参加している部屋" wide>
          <Rooms me={me} />
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

/** R7: the rooms to which the person is assigned, and no others. */
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
              この30日の間に、担当が終わった部屋が{ended}
              室あります。終わった部屋の内容は見られません。心当たりがないときは、医師会の窓口にお尋ねください。
            </p>
          )}
          <RoomTable items={items} />
          <ListEnd
            counter="室"
            shown={items.length}
            hasMore={pages.hasMore}
            loading={pages.loading}
            loadingMore={pages.loadingMore}
            onMore={() => void pages.loadMore()}
            onReload={() => void pages.reload()}
          />
        </>
      )}
    </>
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
  return (
    <tr>
      <th scope="row">
        <a class="queue__link" href={`/rooms/${room.room_id}`}>
          {room.name}
          <span class="queue__receipt">{room.registrant_kana ?? "職種連携の部屋"}</span>
        </a>
        {room.purpose && <span class="kana">{room.purpose}</span>}
        {room.is_new && <Badge>新しい</Badge>}{" "}
        {room.without_clinician && <Badge kind="late">医師・訪問看護師がいません</Badge>}
        {room.quiet_since && <Badge kind="soon">長く書き込みがありません</Badge>}
      </th>
      <td data-label="人数">{room.member_count}人</td>
      <td data-label="参加した日">
        <time dateTime={room.since}>{wareki(room.since)}</time>
      </td>
    </tr>
  );
}
