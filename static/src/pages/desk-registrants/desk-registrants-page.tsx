import { useLocation } from "preact-iso";
import { type AssociationList, loadAssociationList } from "../../api/desk-lists";
import { loadRegistrants } from "../../api/support-desk";
import type { RegistrantSummary, RoomState } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { SaveTable } from "../../interface/save-table";
import { SearchLine } from "../../interface/search-line";
import { Badge } from "../../interface/status-badge";
import { FilterTabs } from "../../interface/tabs";
import { useKeptNote } from "../../session/kept-note";
import { AssociationDesk } from "../../session/signed-in";
import { ROOM_STATES, type RoomFilter, registrantAddress, registrantFiltersIn } from "./registrant-filters";
import "./registrants.css";

const ROWS_AT_ONCE = 100;

export function DeskRegistrantsPage() {
  return <AssociationDesk>{() => <Registrants />}</AssociationDesk>;
}

function Registrants() {
  const { query } = useLocation();
  const { state } = registrantFiltersIn(query);
  // Kept in this tab: who comes back from a registrant finds the list as it was.
  const [search, setSearch] = useKeptNote("registrant-search");
  return (
    <Page heading="登録者" title="登録者の一覧" wide help="association#registrants">
      <p>
        支援の部屋に登録されている方の台帳です。見たことは「閲覧の記録」に残ります。部屋に書かれた内容は、ここには出ません。
      </p>
      <div class="stack">
        <FilterTabs
          name="部屋の状態"
          current={state}
          links={ROOM_STATES.map(({ value, label }) => ({
            value,
            label,
            href: registrantAddress({ state: value }),
          }))}
        />
        <SearchLine
          id="registrant-search"
          label="氏名・ふりがなで探す"
          search={search}
          onSearch={setSearch}
        />
      </div>
      <RegistrantList key={`${state} ${search}`} state={state} search={search} />
      <Lists />
      <p class="no-print">
        <a href="/desk/registrants/views">登録者ごとの閲覧の回数を見る</a>
      </p>
    </Page>
  );
}

const LISTS: { list: AssociationList; label: string; fileName: string }[] = [
  { list: "registrants", label: "登録者の一覧", fileName: "tasuki-tourokusha" },
  { list: "support_rooms", label: "支援の部屋と担当者の一覧", fileName: "tasuki-tantousha" },
  { list: "consents", label: "同意書の一覧", fileName: "tasuki-doui" },
  { list: "care_team_notices", label: "担当者の届出(様式第8号)の一覧", fileName: "tasuki-todokede" },
];

/** R21: whoever is named in a file was looked at, all of them at once. */
function Lists() {
  return (
    <details class="no-print">
      <summary>一覧をCSVで保存する</summary>
      <div class="stack">
        <p>
          保存すると、一覧に載る方すべてを見たことが「閲覧の記録」に残ります。ファイルは個人情報です。使い終わったら消してください。
        </p>
        {LISTS.map(({ list, label, fileName }) => (
          <SaveTable key={list} fileName={fileName} load={() => loadAssociationList(list)}>
            {label}をCSVで保存する
          </SaveTable>
        ))}
      </div>
    </details>
  );
}

function RegistrantList({ state, search }: { state: RoomFilter; search: string }) {
  const pages = usePages(`registrants ${state} ${search}`, (after) =>
    loadRegistrants({
      state,
      limit: ROWS_AT_ONCE,
      ...(search ? { query: search } : {}),
      ...(after ? { after } : {}),
    }),
  );
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="登録者" />}
      {items?.length === 0 && <Nothing search={search} state={state} />}
      {items && items.length > 0 && (
        <>
          <RegistrantTable items={items} />
          <ListEnd counter="人" pages={pages} />
        </>
      )}
    </>
  );
}

function Nothing({ search, state }: { search: string; state: RoomFilter }) {
  if (search) {
    return (
      <EmptyState title={`「${search}」に当てはまる登録者はいません`}>
        <p>氏名かふりがなの一部で探せます。部屋を閉じた方は「すべて」から探してください。</p>
      </EmptyState>
    );
  }
  if (state === "closed") return <EmptyState title="部屋を閉じた登録者はいません" />;
  return (
    <EmptyState title="登録者はまだいません">
      <p>
        同意書と支援チームの届出(様式第7・8号)を<a href="/desk">申請</a>
        のページで受理すると、部屋が開き、ここに出ます。
      </p>
    </EmptyState>
  );
}

function RegistrantTable({ items }: { items: RegistrantSummary[] }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">登録者の一覧</caption>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">生年月日</th>
          <th scope="col">部屋</th>
          <th scope="col">担当者</th>
          <th scope="col">確かめること</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.registrant_id}>
            <th scope="row">
              <a class="queue__link" href={`/desk/registrants/${item.registrant_id}`}>
                {item.name}
                <span class="kana">{item.kana}</span>
              </a>
            </th>
            <td data-label="生年月日">{wareki(item.birth_date)}</td>
            <td data-label="部屋">
              <RoomBadge state={item.room_state} />
            </td>
            <td data-label="担当者">
              {item.members}人
              {item.awaiting > 0 && <span class="kana">アカウント待ち {item.awaiting}人</span>}
            </td>
            <td>
              <ClinicianFlag from={item.without_clinician_from} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ROOM_BADGES: Record<RoomState, { text: string; kind: string }> = {
  open: { text: "開いています", kind: "done" },
  closed: { text: "閉じています", kind: "quiet" },
  none: { text: "ありません", kind: "quiet" },
};

function RoomBadge({ state }: { state: RoomState }) {
  const { text, kind } = ROOM_BADGES[state] ?? { text: state, kind: "" };
  return <Badge kind={kind}>{text}</Badge>;
}

/** R17: the day may lie ahead, when somebody's last day is known. */
function ClinicianFlag({ from }: { from: string | null }) {
  if (from === null) return null;
  if (new Date(from) > new Date()) {
    return (
      <>
        <Badge kind="soon">医師・訪問看護師がいなくなります</Badge>
        <span class="kana">{wareki(from)}から</span>
      </>
    );
  }
  return <Badge kind="late">医師・訪問看護師がいません</Badge>;
}
