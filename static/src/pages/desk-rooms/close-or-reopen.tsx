import { Button } from "../../interface/button";
import { useRoomAction } from "../desk-registrants/use-room-action";
import type { RoomChangeProps } from "./desk-room-page";
import { closingLabel, ReasonDialog } from "./reason-dialog";

/** R26: the city closes a room, or takes a closing back that was a mistake. */
export function CloseOrReopen({ room, onChanged }: RoomChangeProps) {
  const action = useRoomAction();
  const closes = room.closed_at === null;
  return (
    <section class="card" aria-labelledby="closing">
      <h2 id="closing">{closingLabel(room)}</h2>
      {closes && room.closure_receipt ? (
        <p>
          閉鎖の申出が届いています。
          <a href={`/desk/applications/${room.closure_receipt}`}>申出を開いて受理する</a>
          と、部屋が閉じ、申し出た人にも伝わります。
        </p>
      ) : (
        <p>
          {closes
            ? "もう使われていない部屋を閉じます。理由を書いて確かめてから閉じます。"
            : "間違えて閉じたときは、取り消すと参加者がすぐに部屋に戻ります。"}
        </p>
      )}
      <div class="actions">
        <Button kind={closes ? "danger" : "secondary"} onClick={action.ask}>
          {closingLabel(room)}
        </Button>
      </div>
      <ReasonDialog key={closingLabel(room)} room={room} action={action} onChanged={onChanged} />
    </section>
  );
}
