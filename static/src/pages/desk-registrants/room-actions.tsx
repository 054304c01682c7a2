import type { Me, Registrant, RegistrantRoom } from "../../api/types";
import { japanDay, warekiWithTime } from "../../dates/wareki";
import { BreakGlass } from "./break-glass";
import { CloseRoom } from "./close-room";
import { ReopenRoom } from "./reopen-room";
import { RequestDeletion } from "./request-deletion";
import { keptLongEnough, possibleIn } from "./team";

export interface RoomActionProps {
  room: RegistrantRoom;
  /** The registrant's. */
  name: string;
  onChanged: (message: string) => void;
}

interface RoomActionsProps extends Omit<RoomActionProps, "name"> {
  registrant: Pick<Registrant, "registrant_id" | "name">;
  rooms: RegistrantRoom[];
  me: Me;
}

/** What a clerk can do with the room; each asks before it is done. */
export function RoomActions({ room, rooms, registrant, me, onChanged }: RoomActionsProps) {
  const possible = possibleIn(room, rooms);
  if (possible.deleted) return null;
  const props = { room, name: registrant.name, onChanged };
  const looking = room.broken_glass.find(
    (each) => each.user_id === me.user_id && new Date(each.until) > new Date(),
  );
  return (
    <div class="room__actions no-print">
      {looking && (
        <p class="notice-box notice-box--warning">
          <strong>
            あなたは{warekiWithTime(looking.until)}まで、この部屋の内容を見られます(非常時の閲覧)。
          </strong>
          <a href={`/rooms/${room.room_id}`}>部屋を開く</a>
        </p>
      )}
      <div class="actions">
        {possible.look && !looking && <BreakGlass {...props} />}
        {possible.close && <CloseRoom {...props} />}
        {possible.reopen && <ReopenRoom {...props} />}
        {keptLongEnough(room, japanDay(new Date())) && room.deletion_requested_at === null && (
          <RequestDeletion {...props} />
        )}
      </div>
      {possible.close && (
        <p>
          <a href={`/rooms/${room.room_id}/team-change?registrant=${registrant.registrant_id}`}>
            紙やメールで届いた担当者の変更(様式第8号)を入力する
          </a>
        </p>
      )}
      {room.deletion_requested_at && (
        <p>
          <a href="/desk/deletions">削除の依頼を「内容の削除」のページで見る</a>
        </p>
      )}
    </div>
  );
}
