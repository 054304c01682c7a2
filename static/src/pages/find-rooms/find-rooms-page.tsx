import { useLocation } from "preact-iso";
import { loadThemes } from "../../api/room-desk";
import { findRooms } from "../../api/rooms";
import type { ListedRoom, Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { usePages } from "../../api/use-pages";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Field } from "../../interface/field";
import { ListEnd } from "../../interface/list-end";
import { SearchLine } from "../../interface/search-line";
import { Badge } from "../../interface/status-badge";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { RoomsFrame } from "../rooms/rooms-frame";
import { addressOf, type Finding } from "./finding";

const ROWS_AT_ONCE = 50;

export function FindRoomsPage() {
  return (
    <SignedIn>
      {(me) => (
        <RoomsFrame current="find" heading="職種連携の部屋を探す" wide>
          <FindRooms me={me} />
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

/** R24, R25: the rooms that anybody may ask for, with name and purpose; what is written in them is not shown. */
function FindRooms({ me }: { me: Me }) {
  const { query, route } = useLocation();
  const finding: Finding = { query: query.query ?? "", theme: roomNumber(query.theme) };
  const look = (changed: Partial<Finding>) => route(addressOf({ ...finding, ...changed }));
  return (
    <>
      <p>
        研修や地域の課題など、テーマごとに職種を越えて連絡し合う部屋です。名前と目的を見て、参加を申請できます。市が決めると入れます。
      </p>
      <div class="stack no-print">
        <SearchLine
          key={finding.query}
          id="find-search"
          label="名前・目的で探す"
          search={finding.query}
          onSearch={(text) => look({ query: text })}
        />
        <ThemeField theme={finding.theme} onTheme={(theme) => look({ theme })} />
      </div>
      <FoundRooms key={addressOf(finding)} finding={finding} me={me} />
    </>
  );
}

interface ThemeFieldProps {
  theme: number;
  onTheme: (theme: number) => void;
}

/** Retired themes, too: rooms keep them. */
function ThemeField({ theme, onTheme }: ThemeFieldProps) {
  const { data, problem, reload } = useLoaded("all themes", () => loadThemes({ retired: true }));
  if (problem) return <Failure problem={problem} onRetry={() => void reload()} />;
  return (
    <Field id="find-theme" label="テーマで絞る" short>
      {(attributes) => (
        <select
          {...attributes}
          value={String(theme)}
          onChange={({ currentTarget }) => onTheme(Number(currentTarget.value))}
        >
          <option value="0">すべてのテーマ</option>
          {(data?.items ?? []).map(({ theme_id, name }) => (
            <option key={theme_id} value={String(theme_id)}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function FoundRooms({ finding, me }: { finding: Finding; me: Me }) {
  const pages = usePages<ListedRoom>(addressOf(finding), (after) =>
    findRooms({
      limit: ROWS_AT_ONCE,
      ...(finding.query ? { query: finding.query } : {}),
      ...(finding.theme ? { theme_id: finding.theme } : {}),
      ...(after ? { after } : {}),
    }),
  );
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="部屋" />}
      {items?.length === 0 && <Nothing finding={finding} />}
      {items && items.length > 0 && (
        <>
          <RoomTable items={items} canAsk={me.desk === null} />
          <ListEnd counter="室" pages={pages} />
        </>
      )}
    </>
  );
}

function Nothing({ finding }: { finding: Finding }) {
  const apply = (
    <p>
      ほしい部屋がないときは、<a href="/rooms/new">部屋を開く申請</a>
      ができます。一覧に載っていない部屋は、その部屋の参加者から名前か番号を聞いて、
      <a href="/rooms/membership?change=join">参加を申請</a>してください。
    </p>
  );
  if (finding.query || finding.theme) {
    return (
      <EmptyState title="当てはまる部屋はありません">
        <p>
          言葉を短くするか、<a href="/rooms/find">条件をすべて外して</a>ください。
        </p>
        {apply}
      </EmptyState>
    );
  }
  return <EmptyState title="一覧に載っている部屋はまだありません">{apply}</EmptyState>;
}

interface RoomTableProps {
  items: ListedRoom[];
  /** A clerk takes part in no room. */
  canAsk: boolean;
}

function RoomTable({ items, canAsk }: RoomTableProps) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">職種連携の部屋の一覧。名前の順</caption>
      <thead>
        <tr>
          <th scope="col">部屋</th>
          <th scope="col">テーマ</th>
          <th scope="col">参加者</th>
          <th scope="col">開いた日</th>
          <th scope="col">自分の参加</th>
        </tr>
      </thead>
      <tbody>
        {items.map((room) => (
          <tr key={room.room_id}>
            <th scope="row">
              {room.name}
              <span class="kana">{room.purpose}</span>
            </th>
            <td data-label="テーマ">{room.theme_name ?? <span class="quiet">なし</span>}</td>
            <td data-label="参加者">{room.member_count}人</td>
            <td data-label="開いた日">
              <time dateTime={room.opened_at}>{wareki(room.opened_at)}</time>
            </td>
            <td data-label="自分の参加">
              <MyState room={room} canAsk={canAsk} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MyState({ room, canAsk }: { room: ListedRoom; canAsk: boolean }) {
  const which = <span class="visually-hidden">({room.name})</span>;
  if (room.my_state === "member") {
    return (
      <span class="row">
        <Badge kind="done">参加しています</Badge>
        <a href={`/rooms/${room.room_id}`}>部屋を開く{which}</a>
      </span>
    );
  }
  if (room.my_state === "join_pending") {
    return (
      <span class="row">
        <Badge kind="soon">参加を申請中</Badge>
        <a href="/rooms/applications">申請の一覧{which}</a>
      </span>
    );
  }
  if (!canAsk) return <span class="quiet">参加していません</span>;
  return (
    <a
      class="button button--secondary button--small"
      href={`/rooms/membership?change=join&room=${room.room_id}`}
    >
      参加を申請する{which}
    </a>
  );
}
