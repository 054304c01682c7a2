import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, ask } from "../../api/client";
import { loadCityList, loadQueueTable } from "../../api/desk-lists";
import { loadAlerts } from "../../api/support-desk";
import type { CareTeamAlerts, Me, Organization } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { EmptyState } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SaveTable } from "../../interface/save-table";
import { FilterTabs } from "../../interface/tabs";
import { AnyDesk } from "../../session/signed-in";
import { countOf as countOfAlerts } from "../desk-alerts/alerts";
import { ActiveFilters, FilterForm } from "./filter-form";
import { activeFilters, addressOf, type Filters, filtersIn, questionOf, TABS, type Tab } from "./filters";
import { countInWords, QueueCounts } from "./queue-counts";
import { QueueList } from "./queue-list";
import "./queue.css";

export function DeskPage() {
  return <AnyDesk>{(me) => <Queue me={me} />}</AnyDesk>;
}

function Queue({ me }: { me: Me }) {
  const { query, route } = useLocation();
  const filters = filtersIn(query);
  const here = addressOf(filters);
  const summary = useLoaded("desk-summary", () => ask(() => api.GET("/api/desk/summary")));
  const clerks = useLoaded("desk-clerks", () => ask(() => api.GET("/api/desk/clerks"))).data?.items ?? [];
  const alerts = useAlertCount(me);
  const organization = useOrganizationName(filters.organizationId, me);
  const active = activeFilters(filters, {
    organization,
    clerk: clerkName(filters.assigned, clerks),
  });
  const filterBox = useRef<HTMLDetailsElement>(null);
  const filterSummary = useRef<HTMLElement>(null);
  const show = (next: Filters) => route(addressOf(next));

  return (
    <Page heading="申請" title="申請の一覧" wide help="desk#applications">
      <div class="stack">
        {summary.data && <QueueCounts summary={summary.data} alerts={alerts} current={filters} />}
        <FilterTabs
          name="申請の状態"
          current={filters.tab}
          links={TABS.map(({ value, label }) => ({
            value,
            label: label + countOf(value, summary.data),
            href: addressOf({ ...filters, tab: value }),
          }))}
        />
        <Search
          key={filters.search}
          search={filters.search}
          onSearch={(search) => show({ ...filters, search })}
        />
        <details class="filters-box no-print" ref={filterBox}>
          <summary ref={filterSummary}>条件を決めて絞り込む</summary>
          <FilterForm
            // A new address, or a name that arrives later, starts the form anew.
            key={`${here} ${organization}`}
            filters={filters}
            me={me}
            clerks={clerks}
            organization={filters.organizationId ? { id: filters.organizationId, name: organization } : null}
            onFilters={(next) => {
              // Out of the way of what it found; the focus stays where it can be opened again.
              if (filterBox.current) filterBox.current.open = false;
              filterSummary.current?.focus();
              show(next);
            }}
          />
        </details>
        <ActiveFilters active={active} />
      </div>
      <QueueList
        key={here}
        filters={filters}
        conditions={active.map(({ label }) => label)}
        me={me}
        clerks={clerks}
        onChanged={() => void summary.reload()}
        nothing={<Nothing filters={filters} narrowed={active.length > 0} />}
      />
      <SaveTable fileName="tasuki-shinsei" load={() => loadQueueTable(questionOf(filters))}>
        この条件の申請をCSVで保存する
      </SaveTable>
      {me.desk === "city" && <CityLists />}
      <OnPaper me={me} />
    </Page>
  );
}

/** Organizations and accounts have no page of their own: they come with applications. */
function CityLists() {
  return (
    <div class="no-print">
      <SaveTable fileName="tasuki-dantai" load={() => loadCityList("organizations")}>
        利用団体の一覧をCSVで保存する
      </SaveTable>
      <SaveTable fileName="tasuki-account" load={() => loadCityList("accounts")}>
        アカウントの一覧をCSVで保存する
      </SaveTable>
    </div>
  );
}

/** R12: where a clerk types in what came on paper. */
function OnPaper({ me }: { me: Me }) {
  return (
    <p class="no-print">
      紙で届いた申請は、<a href="/apply">申請の入力</a>から登録できます。
      {me.desk === "association" && (
        <>
          同意書と支援チームの届出(様式第7・8号)は、<a href="/support-rooms/new">支援の部屋の申請の入力</a>
          から登録できます。
        </>
      )}
    </p>
  );
}

function countOf(tab: Tab, summary: { open: number; returned: number } | null): string {
  if (summary === null || (tab !== "open" && tab !== "returned")) return "";
  return `(${countInWords(summary[tab])})`;
}

function clerkName(assigned: string, clerks: { user_id: number; name: string }[]): string {
  if (assigned === "me") return "自分";
  if (assigned === "none") return "未割当";
  return clerks.find((clerk) => String(clerk.user_id) === assigned)?.name ?? `職員番号${assigned}`;
}

/** The address knows the organization by its number only. The association may not look into the city's register. */
function useOrganizationName(id: number | null, me: Me): string {
  const { data } = useLoaded<Organization | null>(`organization-${id ?? ""}`, async () =>
    id !== null && me.desk === "city"
      ? ask(() => api.GET("/api/organizations/{id}", { params: { path: { id } } }))
      : { data: null },
  );
  return data?.name ?? (id === null ? "" : `団体番号${id}`);
}

/** Care teams are the association's; the city has no such number. */
function useAlertCount(me: Me): number {
  const { data } = useLoaded<CareTeamAlerts | null>("alerts", async () =>
    me.desk === "association" ? loadAlerts() : { data: null },
  );
  return data ? countOfAlerts(data) : 0;
}

function Search({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  return (
    <search class="no-print">
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <label for="search">団体名・氏名・受付番号で探す</label>
        <div class="search__line">
          <input
            id="search"
            type="search"
            value={typed}
            maxLength={100}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autocomplete="off"
          />
          <Button type="submit">探す</Button>
        </div>
      </form>
    </search>
  );
}

function Nothing({ filters, narrowed }: { filters: Filters; narrowed: boolean }) {
  if (filters.search) return <EmptyState title={`「${filters.search}」に当てはまる申請はありません`} />;
  if (narrowed) return <EmptyState title="この条件に当てはまる申請はありません" />;
  if (filters.tab === "open") {
    return (
      <EmptyState title="判断を待っている申請はありません">
        <p>新しい申請が届くと、ここに期限の近い順に並びます。</p>
      </EmptyState>
    );
  }
  return <EmptyState title="当てはまる申請はありません" />;
}
