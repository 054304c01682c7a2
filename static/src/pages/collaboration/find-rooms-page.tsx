import { useLocation } from "preact-iso";
import { loadThemes } from "../../api/room-desk";
import { loadListedRooms } from "../../api/rooms";
import type { ListedRoom, RoomTheme } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Field } from "../../interface/field";
import { ListEnd } from "../../interface/list-end";
import { SearchLine } from "../../interface/search-line";
import { Badge } from "../../interface/status-badge";
import { useKeptNote } from "../../session/kept-note";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { RoomsFrame } from "../rooms/rooms-frame";

export function FindRoomsPage() {
  return (
    <SignedIn>
      {() => (
        <RoomsFrame current="find" heading="職種連携の部屋を探す" wide>
          <Find />
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

/** R25: the rooms that whoever has an account may ask for, by name and purpose. */
function Find() {
  const { query, route } = useLocation();
  const theme = roomNumber(query.theme) || null;
  const [search, setSearch] = useKeptNote("find-room");
  const themes = useLoaded("themes", () => loadThemes());
  return (
    <>
      <p>
        一覧に載っている、開いている部屋です。参加すると、中の書き込みが見られます。ちょうどよい部屋がないときは、
        <a href="/rooms/new">新しい部屋を申請</a>できます。
      </p>
      <div class="stack">
        <SearchLine id="find-room" label="部屋の名前・目的で探す" search={search} onSearch={setSearch} />
        <ThemeFilter
          themes={themes.data?.items ?? []}
          theme={theme}
          onTheme={(theme) => route(theme ? `/rooms/find?theme=${theme}` : "/rooms/find")}
        />
      </div>
      <Results key={`${theme} ${search}`} theme={theme} search={search} />
    </>
  );
}

interface ThemeFilterProps {
  themes: RoomTheme[];
  theme: number | null;
  onTheme: (theme: number | null) => void;
}

function ThemeFilter({ themes, theme, onTheme }: ThemeFilterProps) {
  return (
    <Field id="find-theme" label="テーマで絞る" short>
      {(attributes) => (
        <select
          {...attributes}
          value={theme === null ? "" : String(theme)}
          onChange={(event) => onTheme(Number(event.currentTarget.value) || null)}
        >
          <option value="">すべてのテーマ</option>
          {themes.map((each) => (
            <option key={each.theme_id} value={String(each.theme_id)}>
              {each.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Results({ theme, search }: { theme: number | null; search: string }) {
  const pages = usePages<ListedRoom>(`find ${theme} ${search}`, (after) =>
    loadListedRooms({
      ...(theme === null ? {} : { theme_id: theme }),
      ...(search ? { query: search } : {}),
      ...(after ? { after } : {}),
    }),
  );
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="部屋" />}
      {items?.length === 0 && (
        <EmptyState title={search || theme ? "当てはまる部屋はありません" : "開いている部屋はまだありません"}>
          <p>
            言葉を変えて探すか、<a href="/rooms/new">新しい部屋を申請</a>
            してください。一覧に載せていない部屋は、部屋の人から番号を聞いて申請できます。
          </p>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <ul class="card-list" aria-label="見つかった部屋">
            {items.map((room) => (
              <FoundRoom key={room.room_id} room={room} />
            ))}
          </ul>
          <ListEnd
            counter="室"
            shown={items.length}
            hasMore={pages.hasMore}
            loading={pages.loading}
            loadingMore={pages.loadingMore}
            onMore={() => void pages.loadMore()}
            onReload={() => void pages.reload()}
          />
        </>
      )}
    </>
  );
}

function FoundRoom({ room }: { room: ListedRoom }) {
  const which = <span class="visually-hidden">({room.name})</span>;
  return (
    <li class="card">
      <h2>{room.name}</h2>
      <p>{room.purpose}</p>
      <p class="hint">
        {room.theme_name && `${room.theme_name} ・ `}参加者 {room.member_count}人
      </p>
      <div class="row">
        {room.my_state === "member" && <a href={`/rooms/${room.room_id}`}>部屋を開く{which}</a>}
        {room.my_state === "join_pending" && (
          <>
            <Badge kind="soon">参加を申請中</Badge>
            <a href="/rooms/applications">申請の状況を見る{which}</a>
          </>
        )}
        {room.my_state === "none" && (
          <a class="button button--secondary" href={`/rooms/membership?change=join&room=${room.room_id}`}>
            参加を申請する{which}
          </a>
        )}
      </div>
    </li>
  );
}
