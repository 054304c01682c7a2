import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { loadListedRooms } from "../../api/rooms";
import { loadRooms } from "../../api/support";
import type { MembershipChange } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { errorOf, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { focusSoon } from "../../interface/focus-soon";
import { SearchLine } from "../../interface/search-line";

const RESULTS = 20;

interface RoomPartProps {
  change: MembershipChange | "";
  room: number | null;
  name: string;
  onRoom: (room: number | null, name: string) => void;
  problem: Problem | null;
}

/** Which room: named by the link that led here, or chosen: among the listed ones to join, among one's own to leave. */
export function RoomPart({ change, room, name, onRoom, problem }: RoomPartProps) {
  const error = errorOf(problem, "room_id") ?? errorOf(problem, "room_name");
  return (
    <fieldset class={error ? "group field--invalid" : "group"} id="room_id" tabIndex={-1}>
      <legend>2 部屋</legend>
      {error && (
        <p class="error" id="room_name" tabIndex={-1}>
          {error}
        </p>
      )}
      {room !== null ? (
        <div class="row row--apart">
          <p id="chosen-room" tabIndex={-1}>
            <strong>{name || `番号 ${room}`}</strong>
          </p>
          <Button small onClick={() => onRoom(null, "")}>
            別の部屋を選ぶ
          </Button>
        </div>
      ) : (
        <RoomChoice
          own={change === "leave"}
          onRoom={(room, name) => {
            onRoom(room, name);
            focusSoon("chosen-room");
          }}
        />
      )}
    </fieldset>
  );
}

interface Found {
  room_id: number;
  name: string;
  purpose: string | null;
}

function RoomChoice({ own, onRoom }: { own: boolean; onRoom: (room: number, name: string) => void }) {
  const [search, setSearch] = useState("");
  const { data, problem, reload } = useLoaded(`choice ${own} ${search}`, () => load(own, search));
  return (
    <div class="stack">
      {!own && (
        <SearchLine id="choose-room" label="部屋の名前・目的で探す" search={search} onSearch={setSearch} />
      )}
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="部屋" />}
      {data?.length === 0 && (
        <p class="quiet">
          {own ? "参加している職種連携の部屋はありません。" : "当てはまる部屋はありません。"}
        </p>
      )}
      {data && data.length > 0 && (
        <ul class="picker__found" aria-label="選べる部屋">
          {data.map((each) => (
            <li key={each.room_id}>
              <p>
                <strong>{each.name}</strong>
                <span class="kana">{each.purpose}</span>
              </p>
              <Button small onClick={() => onRoom(each.room_id, each.name)}>
                選ぶ<span class="visually-hidden">({each.name})</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function load(own: boolean, search: string): Promise<{ data: Found[] } | { problem: Problem }> {
  if (own) {
    const { data, problem } = await loadRooms();
    return data ? { data: data.items.filter((room) => room.kind === "collaboration") } : { problem };
  }
  const { data, problem } = await loadListedRooms({ limit: RESULTS, ...(search ? { query: search } : {}) });
  return data ? { data: data.items } : { problem };
}
