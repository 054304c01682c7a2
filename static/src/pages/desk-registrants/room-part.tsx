import type { Me, Registrant, RegistrantRoom } from "../../api/types";
import { CLOSING_REASONS } from "../../city/support-words";
import { formName, word } from "../../city/words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { ApplicationBadge, Badge } from "../../interface/status-badge";
import { Fact } from "../desk-application/facts";
import { AwaitingPeople } from "./awaiting-people";
import { RoomActions } from "./room-actions";
import { RoomTeam } from "./room-team";

interface RoomPartProps {
  room: RegistrantRoom;
  rooms: RegistrantRoom[];
  registrant: Pick<Registrant, "registrant_id" | "name">;
  me: Me;
  onChanged: (message: string) => void;
}

/** What the association knows of a room: who is in it and what happened to it, never what is written there. */
export function RoomPart({ room, rooms, registrant, me, onChanged }: RoomPartProps) {
  const heading = `room-${room.room_id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <div class="row">
        <h2 id={heading}>支援の部屋({wareki(room.opened_at)}から)</h2>
        <RoomStatus room={room} />
      </div>
      <WithoutClinician room={room} />
      {room.closed_at && <Closing room={room} />}
      <RoomActions room={room} rooms={rooms} registrant={registrant} me={me} onChanged={onChanged} />
      <RoomTeam room={room} />
      <AwaitingPeople room={room} onChanged={onChanged} />
      <Applications room={room} />
      <BrokenGlass room={room} />
      <Events room={room} />
    </section>
  );
}

function RoomStatus({ room }: { room: RegistrantRoom }) {
  if (room.content_deleted_at) return <Badge kind="quiet">内容は削除済み</Badge>;
  if (room.closed_at) return <Badge kind="quiet">閉じています</Badge>;
  return <Badge kind="done">開いています</Badge>;
}

function WithoutClinician({ room }: { room: RegistrantRoom }) {
  const from = room.without_clinician_from;
  if (from === null || room.closed_at !== null) return null;
  const already = new Date(from) <= new Date();
  return (
    <div class="notice-box notice-box--danger">
      <p>
        <strong>
          {already
            ? "医師・訪問看護師が担当者にいません。"
            : `${wareki(from)}から、医師・訪問看護師が担当者にいなくなります。`}
        </strong>
      </p>
      <p>
        支援の部屋には、医師か訪問看護師が一人以上必要です。担当者の変更(様式第8号)を出すよう、担当者に電話で頼んでください。
      </p>
    </div>
  );
}

function Closing({ room }: { room: RegistrantRoom }) {
  return (
    <dl class="facts">
      <Fact name="閉じた日">{room.closed_at && warekiWithTime(room.closed_at)}</Fact>
      <Fact name="理由">
        {room.closed_reason && word(CLOSING_REASONS, room.closed_reason)}
        {room.closed_note && `\n${room.closed_note}`}
      </Fact>
      {room.retain_until && <Fact name="内容の保存期限">{wareki(room.retain_until)}</Fact>}
      {room.deletion_requested_at && !room.content_deleted_at && (
        <Fact name="削除の依頼">
          {warekiWithTime(room.deletion_requested_at)} {room.deletion_requested_by}
          (別の担当者の確認を待っています)
        </Fact>
      )}
      {room.content_deleted_at && (
        <Fact name="内容を削除した日">{warekiWithTime(room.content_deleted_at)}</Fact>
      )}
    </dl>
  );
}

function Applications({ room }: { room: RegistrantRoom }) {
  if (room.applications.length === 0) return null;
  return (
    <div class="stack">
      <h3>この部屋の申請</h3>
      <ul>
        {room.applications.map((application) => (
          <li key={application.receipt_number}>
            <a href={`/desk/applications/${application.receipt_number}`}>
              {formName(application.form)} <span class="code">{application.receipt_number}</span>
            </a>{" "}
            {wareki(application.received_at)} <ApplicationBadge status={application.status} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BrokenGlass({ room }: { room: RegistrantRoom }) {
  if (room.broken_glass.length === 0) return null;
  return (
    <div class="stack">
      <h3>非常時の閲覧</h3>
      <ul class="history">
        {room.broken_glass.map((each) => (
          <li key={each.at}>
            <p>
              <time class="hint" dateTime={each.at}>
                {warekiWithTime(each.at)}
              </time>
            </p>
            <p>
              <strong>{each.user_name}</strong>({warekiWithTime(each.until)}まで)
            </p>
            <p class="history__note">{each.reason}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Events({ room }: { room: RegistrantRoom }) {
  if (room.events.length === 0) return null;
  return (
    <details class="room__past">
      <summary>部屋に起きたこと({room.events.length}件)</summary>
      <ol class="history">
        {room.events.map((event) => (
          <li key={event.id}>
            <p>
              <time class="hint" dateTime={event.at}>
                {warekiWithTime(event.at)}
              </time>
            </p>
            <p>
              {event.text}
              {event.about_name && `: ${event.about_name}さん`}
              {event.actor_name && <span class="hint">({event.actor_name})</span>}
            </p>
            {event.note && <p class="history__note">{event.note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
