import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { loadCityList } from "../../api/desk-lists";
import type { Problem } from "../../api/problem";
import { loadRegister, noteStillNeeded, type RegisterQuery } from "../../api/room-desk";
import type { RegisterRoom } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { useSending } from "../../api/use-sending";
import { QUIET_DAYS } from "../../city/room-words";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { focusSoon } from "../../interface/focus-soon";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { SaveTable } from "../../interface/save-table";
import { SearchLine } from "../../interface/search-line";
import { Badge } from "../../interface/status-badge";
import { FilterTabs } from "../../interface/tabs";
import { useKeptNote } from "../../session/kept-note";
import { CityDesk } from "../../session/signed-in";
import { useRoomAction } from "../desk-registrants/use-room-action";
import { ReasonDialog } from "./reason-dialog";

type RegisterState = RegisterQuery["state"];

const ROWS_AT_ONCE = 100;
const TABS: { value: RegisterState; label: string; href: string }[] = [
  { value: "open", label: "開いている部屋", href: "/desk/rooms" },
  { value: "quiet", label: `${QUIET_DAYS}日以上書き込みのない部屋`, href: "/desk/rooms?state=quiet" },
  { value: "closed", label: "閉じた部屋", href: "/desk/rooms?state=closed" },
];

export function DeskRoomsPage() {
  return <CityDesk>{() => <Register />}</CityDesk>;
}

/** The city's register of collaboration rooms (R23–R26). What is written in them is not in it. */
function Register() {
  const { query } = useLocation();
  const state = TABS.find(({ value }) => value === query.state)?.value ?? "open";
  const [search, setSearch] = useKeptNote("room-search");
  return (
    <Page heading="職種連携の部屋" title="職種連携の部屋の一覧" wide help="city#rooms">
      <p>
        部屋の名前・目的・参加者の台帳です。部屋に書かれた内容は、ここには出ません。申請は
        <a href="/desk">申請</a>のページで判断します。
      </p>
      <div class="stack">
        <FilterTabs name="部屋の状態" current={state} links={TABS} />
        <SearchLine id="room-search" label="名前・目的で探す" search={search} onSearch={setSearch} />
      </div>
      <RoomList key={`${state} ${search}`} state={state} search={search} />
      <SaveTable fileName="tasuki-heya" load={() => loadCityList("rooms")}>
        部屋の一覧(閉じた部屋も)をCSVで保存する
      </SaveTable>
      <p class="no-print">
        <a href="/desk/room-themes">申請で選べるテーマを変える</a>
      </p>
    </Page>
  );
}

function RoomList({ state, search }: { state: RegisterState; search: string }) {
  const pages = usePages<RegisterRoom>(`register ${state} ${search}`, (after) =>
    loadRegister({
      state,
      limit: ROWS_AT_ONCE,
      ...(search ? { query: search } : {}),
      ...(after ? { after } : {}),
    }),
  );
  const { items, problem } = pages;
  // An answer may arrive after further rows: one room leaves what is shown then.
  const shown = useRef(items);
  shown.current = items;
  const [done, setDone] = useState("");
  const leaves = (left: Pick<RegisterRoom, "room_id">, text: string) => {
    const rest = (shown.current ?? []).filter((each) => each.room_id !== left.room_id);
    setDone(text);
    focusSoon("register-done");
    // The last of a page is not the last of the list.
    if (rest.length === 0 && pages.hasMore) void pages.reload();
    else pages.replaceItems(rest);
  };
  const needed = useStillNeeded(leaves);
  const closing = useRoomAction();
  const [toClose, setToClose] = useState<RegisterRoom | null>(null);
  return (
    <>
      <p role="status" class="status-line" id="register-done" tabIndex={-1}>
        {done}
      </p>
      <Refusal problem={needed.problem} />
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="部屋" />}
      {items?.length === 0 && <Nothing state={state} search={search} />}
      {items && items.length > 0 && (
        <>
          <RegisterTable
            state={state}
            rooms={items}
            sending={needed.sending}
            onNeeded={(room) => void needed.say(room)}
            onClose={(room) => {
              setToClose(room);
              closing.ask();
            }}
          />
          <ListEnd counter="室" pages={pages} />
        </>
      )}
      {toClose && (
        <ReasonDialog
          key={toClose.room_id}
          room={toClose}
          action={closing}
          onChanged={(room) => leaves(room, `「${room.name}」を閉じました。「閉じた部屋」から取り消せます。`)}
        />
      )}
    </>
  );
}

interface RegisterTableProps {
  state: RegisterState;
  rooms: RegisterRoom[];
  /** The room whose "still needed" is on its way. */
  sending: number | null;
  onNeeded: (room: RegisterRoom) => void;
  onClose: (room: RegisterRoom) => void;
}

function RegisterTable({ state, rooms, sending, onNeeded, onClose }: RegisterTableProps) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">職種連携の部屋の一覧</caption>
      <thead>
        <tr>
          <th scope="col">部屋</th>
          <th scope="col">テーマ</th>
          <th scope="col">参加者</th>
          <th scope="col">{state === "closed" ? "閉じた日" : "開いた日"}</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {rooms.map((room) => (
          <RoomRow
            key={room.room_id}
            room={room}
            quiet={state === "quiet"}
            sending={sending === room.room_id}
            onNeeded={() => onNeeded(room)}
            onClose={() => onClose(room)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** One click keeps a silent room for as long again (R26). */
function useStillNeeded(onNoted: (room: RegisterRoom, text: string) => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [room, setRoom] = useState<number | null>(null);
  const [sending, send] = useSending();
  const say = (room: RegisterRoom) =>
    send(async () => {
      setRoom(room.room_id);
      const { data, problem } = await noteStillNeeded(room.room_id);
      setProblem(problem ?? null);
      if (data)
        onNoted(room, `「${room.name}」を、まだ必要な部屋としました。次に出るのは${QUIET_DAYS}日後です。`);
    });
  return { problem, sending: sending ? room : null, say };
}

interface RoomRowProps {
  room: RegisterRoom;
  quiet: boolean;
  sending: boolean;
  onNeeded: () => void;
  onClose: () => void;
}

function RoomRow({ room, quiet, sending, onNeeded, onClose }: RoomRowProps) {
  return (
    <tr>
      <th scope="row">
        <a class="queue__link" href={`/desk/rooms/${room.room_id}`}>
          {room.name}
          <span class="kana">{room.purpose}</span>
        </a>
      </th>
      <td data-label="テーマ">{room.theme_name ?? <span class="quiet">なし</span>}</td>
      <td data-label="参加者">{room.member_count}人</td>
      <td data-label={room.closed_at ? "閉じた日" : "開いた日"}>
        {wareki(room.closed_at ?? room.opened_at)}
      </td>
      <td data-label="状態">
        <div class="stack">
          <RoomState room={room} />
          {quiet && (
            <div class="row no-print">
              <Button small sending={sending} onClick={onNeeded}>
                まだ必要<span class="visually-hidden">({room.name})</span>
              </Button>
              {/* Where somebody asks for it, the city answers him. */}
              {!room.closure_receipt && (
                <Button small onClick={onClose}>
                  閉じる<span class="visually-hidden">({room.name})</span>
                </Button>
              )}
            </div>
          )}
        </div>
      </td>
    </tr>
  );
}

/** What of a room a clerk has to see at once. */
export function RoomState({ room }: { room: RegisterRoom }) {
  return (
    <div class="stack">
      {room.closed_at && <Badge kind="quiet">閉じています</Badge>}
      {room.visibility === "unlisted" && <Badge kind="quiet">一覧に載せない</Badge>}
      {room.quiet_since && (
        <span>
          <Badge kind="soon">書き込みがありません</Badge>
          <span class="kana">{wareki(room.quiet_since)}から</span>
        </span>
      )}
      {room.closure_receipt && (
        <a href={`/desk/applications/${room.closure_receipt}`}>閉鎖の申出があります</a>
      )}
    </div>
  );
}

function Nothing({ state, search }: { state: RegisterState; search: string }) {
  if (search) {
    return (
      <EmptyState title={`「${search}」に当てはまる部屋はありません`}>
        <p>名前か目的の一部で探せます。別の状態の部屋は、上で切り替えてください。</p>
      </EmptyState>
    );
  }
  if (state === "quiet") {
    return (
      <EmptyState title={`${QUIET_DAYS}日以上書き込みのない部屋はありません`}>
        <p>書き込みがなくなった部屋が、ここに古い順に出ます。参加者にも同じお知らせが出ます。</p>
      </EmptyState>
    );
  }
  if (state === "closed") return <EmptyState title="閉じた部屋はありません" />;
  return (
    <EmptyState title="開いている部屋はまだありません">
      <p>
        部屋の開設申請を<a href="/desk">申請</a>のページで受理すると、部屋が開き、ここに出ます。
      </p>
    </EmptyState>
  );
}
