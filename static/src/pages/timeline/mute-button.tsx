import { useState } from "preact/hooks";
import { loadMutedRooms, setMuted } from "../../api/notifications";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";

/** R30: of a muted room one is told only when one is addressed. */
export function MuteButton({ room }: { room: number }) {
  const { data, replace } = useLoaded("muted rooms", loadMutedRooms);
  const [note, setNote] = useState("");
  const [, send] = useSending();
  if (!data) return null;
  const muted = data.rooms.includes(room);
  const toggle = () =>
    send(async () => {
      const answer = await setMuted(room, !muted);
      setNote(answer.problem?.title ?? (muted ? "" : "自分あてのものだけを知らせます。"));
      if (!answer.data) return;
      replace({ rooms: muted ? data.rooms.filter((one) => one !== room) : [...data.rooms, room] });
    });
  return (
    <>
      <button type="button" class="link-button" aria-pressed={muted} onClick={() => void toggle()}>
        お知らせを静かにする
      </button>
      <span role="status" class="hint">
        {note}
      </span>
    </>
  );
}
