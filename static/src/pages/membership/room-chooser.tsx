import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { findRooms } from "../../api/rooms";
import type { ListedRoom } from "../../api/types";
import { errorOf } from "../../interface/answers";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { focusSoon } from "../../interface/focus-soon";
import { Badge } from "../../interface/status-badge";
import type { ChosenRoom } from "./fields";

const DELAY_MILLISECONDS = 300;
const RESULTS = 20;

interface RoomChooserProps {
  chosen: ChosenRoom | null;
  typed: string;
  onRoom: (room: ChosenRoom | null, typed: string) => void;
  problem: Problem | null;
}

/** One room, found by a part of its name; one that is in no list is named exactly. */
export function RoomChooser({ chosen, typed, onRoom, problem }: RoomChooserProps) {
  const error = errorOf(problem, "room_id") ?? errorOf(problem, "room_name");
  if (chosen) {
    return (
      <div class={error ? "member member--invalid" : "member"} id="room_id" tabIndex={-1}>
        <p>
          <strong>{chosen.name || `部屋の番号 ${chosen.room_id}`}</strong>
          {chosen.purpose && <span class="kana">{chosen.purpose}</span>}
        </p>
        <Button
          small
          onClick={() => {
            onRoom(null, typed);
            focusSoon("room_name");
          }}
        >
          選び直す<span class="visually-hidden">(部屋)</span>
        </Button>
        {error && <p class="error">{error}</p>}
      </div>
    );
  }
  return (
    <div class="stack" id="room_id">
      <TextField
        id="room_name"
        label="部屋の名前か番号"
        type="search"
        hint="名前か目的の一部を入れると、一覧に載っている部屋が下に出ます。一覧に載っていない部屋は、名前を正確に入れるか、部屋の番号を入れてください。"
        value={typed}
        onValue={(name) => onRoom(null, name)}
        error={error}
      />
      <Found
        typed={typed.trim()}
        onChosen={({ room_id, name, purpose }) => {
          onRoom({ room_id, name, purpose }, typed);
          focusSoon("room_id");
        }}
      />
    </div>
  );
}

function Found({ typed, onChosen }: { typed: string; onChosen: (room: ListedRoom) => void }) {
  const { rooms, hasMore, problem, again } = useFound(typed);
  return (
    <>
      <p role="status" class={problem ? "error" : "hint status-line"}>
        {problem
          ? `部屋を探せませんでした。${problem.title}`
          : statusText(typed, rooms?.length ?? null, hasMore)}
      </p>
      {problem && (
        <div class="actions">
          <Button small onClick={again}>
            もう一度探す
          </Button>
        </div>
      )}
      {rooms && rooms.length > 0 && (
        <ul class="found" aria-label="見つかった部屋">
          {rooms.map((room) => (
            <li key={room.room_id}>
              <button type="button" class="link-button" onClick={() => onChosen(room)}>
                {room.name} {room.my_state === "member" && <Badge kind="done">参加しています</Badge>}
                {room.my_state === "join_pending" && <Badge kind="soon">参加を申請中</Badge>}
                <span class="hint">{room.purpose}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function statusText(typed: string, found: number | null, hasMore: boolean): string {
  if (typed === "") return "";
  if (found === null) return "探しています…";
  if (found === 0)
    return "一覧に当てはまる部屋はありません。一覧に載っていない部屋なら、このまま申請できます。";
  return `${found}室見つかりました。${hasMore ? "ほかにもあります。続きの文字を入れてください。" : ""}`;
}

interface FoundRooms {
  typed: string;
  rooms: ListedRoom[] | null;
  hasMore: boolean;
  problem: Problem | null;
}

const NOTHING = { rooms: null, hasMore: false, problem: null };

/** Asks when the typing pauses; an answer to an older question is dropped. */
function useFound(typed: string) {
  const [found, setFound] = useState<FoundRooms>({ typed, ...NOTHING });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again counts up
  useEffect(() => {
    setFound({ typed, ...NOTHING });
    if (typed === "") return;
    let current = true;
    const timer = setTimeout(async () => {
      const { data, problem } = await findRooms({ query: typed, limit: RESULTS });
      if (!current) return;
      setFound({
        typed,
        rooms: data?.items ?? null,
        hasMore: Boolean(data?.next),
        problem: problem ?? null,
      });
    }, DELAY_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, asked]);
  return { ...(found.typed === typed ? found : NOTHING), again: () => setAsked(asked + 1) };
}
