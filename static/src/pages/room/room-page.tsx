import { useLocation, useRoute } from "preact-iso";
import { loadUnreadDocuments } from "../../api/documents";
import type { Problem } from "../../api/problem";
import { loadRoom, type Room } from "../../api/support";
import type { Me } from "../../api/types";
import type { Loaded } from "../../api/use-loaded";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { UnreadBadges } from "../../unread/unread-badge";
import { RoomMessages } from "../timeline/room-messages";
import { BrokenGlass, WithoutClinician } from "./banners";
import { CollaborationRoom } from "./collaboration-room";
import { Events } from "./events";
import { Consent, Registrant } from "./registrant";
import { roomNumber } from "./room-number";
import { Team } from "./team";
import "./room.css";

export function RoomPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{(me) => <OneRoom key={room} room={room} me={me} />}</SignedIn>;
}

function OneRoom({ room, me }: { room: number; me: Me }) {
  const { query } = useLocation();
  // Zero: no link to a message.
  const message = roomNumber(query.message) || null;
  const loaded: Loaded<Room> = useLoaded(`room ${room}`, () => loadRoom(room));
  const { data, problem } = loaded;
  // A patient's name does not stand in the title of a window that others may see.
  return (
    <Page heading={data ? data.name : "部屋"} title="部屋" wide>
      <p class="row row--apart no-print">
        <a class="back" href="/rooms">
          参加している部屋へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </p>
      {problem && <NoRoom problem={problem} onRetry={() => void loaded.reload()} />}
      {!data && !problem && <Loading what="部屋" />}
      {data && !(problem && problem.status === 404) && (
        <Content room={data} me={me} message={message} onChanged={loaded.reload} />
      )}
    </Page>
  );
}

interface NoRoomProps {
  problem: Problem;
  onRetry: () => void;
}

/** R18: for whoever is no longer assigned, the room is not there. */
export function NoRoom({ problem, onRetry }: NoRoomProps) {
  return (
    <>
      <Failure problem={problem} {...(problem.status === 404 ? {} : { onRetry })} />
      {problem.status === 404 && (
        <p>
          部屋は、担当者や参加者になっている人だけが開けます。担当が終わった部屋、退出した部屋、閉じた部屋も開けません。
          <a href="/rooms">参加している部屋</a>を確かめてください。
        </p>
      )}
    </>
  );
}

interface ContentProps {
  room: Room;
  me: Me;
  /** The message that a link leads to. */
  message: number | null;
  onChanged: () => Promise<void>;
}

function Content({ room, me, message, onChanged }: ContentProps) {
  const messages = <RoomMessages me={me} room={room} first={message} onGone={onChanged} />;
  const { collaboration } = room;
  if (collaboration) {
    return (
      <CollaborationRoom me={me} room={room} collaboration={collaboration} onChanged={onChanged}>
        {messages}
      </CollaborationRoom>
    );
  }
  return (
    <>
      <BrokenGlass room={room} />
      <WithoutClinician room={room} />
      {messages}
      <div class="room">
        <div class="stack">
          {room.registrant && <Registrant registrant={room.registrant} />}
          <Team room={room} />
        </div>
        <div class="stack">
          <Ways room={room} />
          {room.consent && <Consent consent={room.consent} />}
          <Events events={room.events} />
        </div>
      </div>
    </>
  );
}

function Ways({ room }: { room: Room }) {
  // What the rest is about: a registrant (R16, R21).
  if (room.kind !== "support") return null;
  return (
    <nav class="no-print" aria-label="この部屋のこと">
      <ul class="choice-list choice-list--one">
        <li>
          <a href={`/rooms/${room.room_id}/vitals`}>
            <strong>測定値</strong>
            <span>体温・血圧・SpO2などの入力、グラフ、お知らせの範囲</span>
          </a>
        </li>
        <li>
          <a href={`/rooms/${room.room_id}/basic-sheet`}>
            <strong>基本シート</strong>
            <span>アレルギー、本人の希望、薬、連絡先など</span>
          </a>
        </li>
        <li>
          <DocumentsLink room={room.room_id} />
        </li>
        <li>
          <a href={`/rooms/${room.room_id}/summary`}>
            <strong>1枚のまとめ</strong>
            <span>訪問や救急搬送で渡す、A4で1枚の要点。印刷する</span>
          </a>
        </li>
        <li>
          <a href={`/rooms/${room.room_id}/visits`}>
            <strong>訪問の予定</strong>
            <span>だれが、いつ来るか。予定を入れる、変える</span>
          </a>
        </li>
        <li>
          <a href={`/rooms/${room.room_id}/carried-over`}>
            <strong>引き継いだ記録</strong>
            <span>前にお住まいの地域の記録を読む、引き継ぐ</span>
          </a>
        </li>
        {room.via === "member" && (
          <li>
            <a href={`/rooms/${room.room_id}/team-change`}>
              <strong>担当者を変える</strong>
              <span>支援チームの届出(様式第8号)。医師会の窓口が受理すると変わります</span>
            </a>
          </li>
        )}
        <li>
          <a href={`/rooms/${room.room_id}/views`}>
            <strong>だれが見たか</strong>
            <span>この方の情報を見た人と日時の記録</span>
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** With how much waits to be read there (R20). */
function DocumentsLink({ room }: { room: number }) {
  const { data } = useLoaded(`unread documents ${room}`, () => loadUnreadDocuments(room));
  return (
    <a href={`/rooms/${room}/documents`}>
      <strong>
        書類 <UnreadBadges unread={data?.unread_count ?? 0} asked={0} />
      </strong>
      <span>指示書・計画書・検査の結果など、写真やPDF</span>
    </a>
  );
}
