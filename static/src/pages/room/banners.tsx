import type { Room } from "../../api/support";
import { ASSOCIATION_DESK } from "../../city/names";
import { wareki, warekiWithTime } from "../../dates/wareki";

/** The association looks into a room it is not in: for a while, and everybody in the room can read it. */
export function BrokenGlass({ room }: { room: Room }) {
  if (room.via !== "broken_glass") return null;
  return (
    <section class="notice-box notice-box--danger" aria-labelledby="broken-glass">
      <h2 id="broken-glass">非常時の閲覧です</h2>
      <p>
        あなたはこの部屋の担当者ではありません。理由を記録して開いています。
        {room.broken_glass_until && (
          <>
            見られるのは
            <time dateTime={room.broken_glass_until}>{warekiWithTime(room.broken_glass_until)}</time>
            までです。
          </>
        )}
      </p>
      <p>開いたことは、部屋の「これまでのできごと」に出ていて、担当者の全員が読めます。</p>
    </section>
  );
}

/** R17: the team has, or will have, neither a doctor nor a visiting nurse. */
export function WithoutClinician({ room }: { room: Room }) {
  const from = room.without_clinician_from;
  if (from === null) return null;
  const begun = new Date(from).getTime() <= Date.now();
  return (
    <section class="notice-box notice-box--warning" aria-labelledby="without-clinician">
      <h2 id="without-clinician">
        {begun
          ? "このチームには、医師も訪問看護師もいません"
          : `${wareki(from)}から、医師も訪問看護師もいなくなります`}
      </h2>
      <p>
        支援チームには、医師か訪問看護師がいつも一人は必要です。
        {room.via === "member" ? (
          <>
            後任が決まっていたら、
            <a href={`/rooms/${room.room_id}/team-change`}>支援チームの届出(様式第8号)</a>
            で加えてください。
          </>
        ) : (
          "後任を加える届出(様式第8号)が必要です。"
        )}
        分からないことは、医師会の窓口({ASSOCIATION_DESK})にお尋ねください。
      </p>
    </section>
  );
}
