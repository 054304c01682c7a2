import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { Problem } from "../../api/problem";
import { loadRegisteredMembers, loadRegisteredRoom, noteStillNeeded } from "../../api/room-desk";
import type { RegisteredRoom } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { ROOM_VISIBILITIES } from "../../city/room-words";
import { APPLICATION_STATUSES, formShortName, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { focusSoon } from "../../interface/focus-soon";
import { Page } from "../../interface/page";
import { CityDesk } from "../../session/signed-in";
import { ParticipantList } from "../collaboration/participant-list";
import { Fact } from "../desk-application/facts";
import { Events } from "../room/events";
import { roomNumber } from "../room/room-number";
import { CloseOrReopen } from "./close-or-reopen";
import { RoomState } from "./desk-rooms-page";
import { RoomDetailsForm } from "./details-form";

export function DeskRoomPage() {
  const room = roomNumber(useRoute().params.room);
  return <CityDesk>{() => <OneRoom key={room} room={room} />}</CityDesk>;
}

const DONE = "room-done";

function OneRoom({ room }: { room: number }) {
  const { data, problem, reload, replace } = useLoaded(`register ${room}`, () => loadRegisteredRoom(room));
  const [done, setDone] = useState("");
  const changed = (after: RegisteredRoom, text: string) => {
    replace(after);
    setDone(text);
    focusSoon(DONE);
  };
  return (
    <Page heading={data?.name ?? "部屋"} title="職種連携の部屋の記録" wide>
      <p class="row row--apart no-print">
        <a class="back" href="/desk/rooms">
          職種連携の部屋の一覧へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </p>
      <p
        role="status"
        id={DONE}
        tabIndex={-1}
        class={done ? "notice-box notice-box--success" : "status-line"}
      >
        {done}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="部屋の記録" />}
      {data && (
        <div class="detail">
          <div class="stack">
            <Record room={data} />
            <section class="card" aria-labelledby="members">
              <h2 id="members">参加者({data.member_count}人)</h2>
              <ParticipantList
                key={data.member_count}
                name={`register ${room}`}
                load={(query) => loadRegisteredMembers(room, query)}
              />
            </section>
            <Applications room={data} />
            <Events events={data.events} />
          </div>
          <div class="detail__side stack no-print">
            <Keep room={data} onChanged={changed} />
            {!data.closed_at && <RoomDetailsForm room={data} onChanged={changed} />}
            <CloseOrReopen room={data} onChanged={changed} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Record({ room }: { room: RegisteredRoom }) {
  return (
    <section class="card" aria-labelledby="record">
      <h2 id="record">部屋</h2>
      <RoomState room={room} />
      <dl class="facts">
        <Fact name="目的">{room.purpose}</Fact>
        <Fact name="テーマ">{room.theme_name ?? <span class="quiet">なし</span>}</Fact>
        <Fact name="参加する人の範囲">{room.scope}</Fact>
        <Fact name="部屋の一覧">{word(ROOM_VISIBILITIES, room.visibility)}</Fact>
        <Fact name="部屋の番号">{room.room_id}</Fact>
        <Fact name="開いた日">{wareki(room.opened_at)}</Fact>
        <Fact name="必要を述べて個人情報を書いた書き込み">{room.stated_needs}件</Fact>
        {room.needed_at && (
          <Fact name="「まだ必要」">
            {wareki(room.needed_at)} {room.needed_by_name}
          </Fact>
        )}
        {room.closed_at && <Fact name="閉じた日">{wareki(room.closed_at)}</Fact>}
        {room.closing_reason && <Fact name="閉じた理由">{room.closing_reason}</Fact>}
        {room.retain_until && <Fact name="内容の保存期限">{wareki(room.retain_until)}</Fact>}
      </dl>
    </section>
  );
}

function Applications({ room }: { room: RegisteredRoom }) {
  return (
    <section class="card" aria-labelledby="applications">
      <h2 id="applications">この部屋の申請</h2>
      {room.applications.length === 0 && <p class="quiet">申請はありません。</p>}
      <ul class="plain-list">
        {room.applications.map((each) => (
          <li key={each.receipt_number}>
            <a href={`/desk/applications/${each.receipt_number}`}>
              {formShortName(each.form)}({each.applicant_name}さん、{wareki(each.received_at)})
            </a>{" "}
            <span class="quiet">{word(APPLICATION_STATUSES, each.status)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface RoomChangeProps {
  room: RegisteredRoom;
  onChanged: (room: RegisteredRoom, text: string) => void;
}

/** R26: the city asked, and the room is still needed. */
function Keep({ room, onChanged }: RoomChangeProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  if (!room.quiet_since) return null;
  const keep = () =>
    send(async () => {
      const { data, problem } = await noteStillNeeded(room.room_id);
      setProblem(problem ?? null);
      if (data) onChanged(data, "まだ必要な部屋としました。");
    });
  return (
    <section class="notice-box notice-box--warning" aria-labelledby="quiet">
      <h2 id="quiet">書き込みがない部屋です</h2>
      <p>{wareki(room.quiet_since)}から書き込みがありません。参加者にも同じお知らせが出ています。</p>
      <Refusal problem={problem} />
      <div class="actions">
        <Button sending={sending} onClick={() => void keep()}>
          まだ必要
        </Button>
      </div>
    </section>
  );
}
