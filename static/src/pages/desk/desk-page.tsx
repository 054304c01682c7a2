import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask } from "../../api/client";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { FilterTabs } from "../../interface/tabs";
import { CityDesk } from "../../session/signed-in";
import { QueueTable } from "./queue-table";

const FILTERS = [
  { value: "open", label: "受付" },
  { value: "returned", label: "差戻し中" },
  { value: "accepted", label: "受理済み" },
  { value: "closed", label: "終了" },
  { value: "all", label: "すべて" },
] as const;
type Filter = (typeof FILTERS)[number]["value"];

export function DeskPage() {
  return <CityDesk>{() => <Queue />}</CityDesk>;
}

function addressOf(filter: Filter, search: string): string {
  const parameters = new URLSearchParams();
  if (filter !== "open") parameters.set("status", filter);
  if (search) parameters.set("query", search);
  return parameters.size > 0 ? `/desk?${parameters}` : "/desk";
}

function Queue() {
  const { query, route } = useLocation();
  const filter = FILTERS.find((each) => each.value === query.status)?.value ?? "open";
  const search = query.query ?? "";
  const pages = usePages(`${filter} ${search}`, (after) =>
    ask(() =>
      api.GET("/api/desk/applications", {
        params: {
          query: { tab: filter, ...(search ? { query: search } : {}), ...(after ? { after } : {}) },
        },
      }),
    ),
  );
  const { items, problem, loading } = pages;

  return (
    <Page heading="申請" title="申請の一覧" wide>
      <div class="stack">
        <FilterTabs
          name="申請の状態"
          current={filter}
          links={FILTERS.map((each) => ({ ...each, href: addressOf(each.value, search) }))}
        />
        <Search key={search} search={search} onSearch={(next) => route(addressOf(filter, next))} />
      </div>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="申請" />}
      {items?.length === 0 && (
        <>
          <Nothing filter={filter} search={search} />
          <Button small onClick={() => void pages.reload()}>
            最新の状態にする
          </Button>
        </>
      )}
      {items && items.length > 0 && <QueueTable items={items} />}
      {items && items.length > 0 && (
        <div class="row row--apart">
          <p class="hint" role="status">
            {loading
              ? "読み込んでいます…"
              : `${items.length}件を表示しています${pages.hasMore ? "(続きがあります)" : ""}`}
          </p>
          <div class="row">
            {pages.hasMore && (
              <Button sending={pages.loadingMore} onClick={() => void pages.loadMore()}>
                続きを表示
              </Button>
            )}
            <Button small onClick={() => void pages.reload()}>
              最新の状態にする
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}

function Search({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <label for="search">団体名・申請者・受付番号で探す</label>
        <div class="search__line">
          <input
            id="search"
            type="search"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autocomplete="off"
          />
          <Button type="submit">探す</Button>
          {search && (
            <Button
              onClick={() => {
                setTyped("");
                onSearch("");
              }}
            >
              消す
            </Button>
          )}
        </div>
      </form>
    </search>
  );
}

function Nothing({ filter, search }: { filter: Filter; search: string }) {
  if (search) return <EmptyState title={`「${search}」に当てはまる申請はありません`} />;
  if (filter === "open") {
    return (
      <EmptyState title="判断を待っている申請はありません">
        <p>
          新しい申請が届くと、ここに期限の近い順に並びます。窓口や郵送で受けた申請は
          <a href="/apply/account">申請の入力</a>
          から登録できます。
        </p>
      </EmptyState>
    );
  }
  return <EmptyState title="当てはまる申請はありません" />;
}
