import { useLocation } from "preact-iso";
import { api, ask } from "../../api/client";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { CityDesk } from "../../session/signed-in";
import { AuditFilterForm } from "./audit-filter-form";
import { type AuditFilters, auditAddress, auditFiltersIn, auditQuestion } from "./audit-filters";
import { AuditTable } from "./audit-table";
import { ExportButton } from "./export-button";
import { Verification } from "./verification";
import "./audit.css";

const ROWS_AT_ONCE = 100;

export function DeskAuditPage() {
  const { query, route } = useLocation();
  const filters = auditFiltersIn(query);
  return (
    <CityDesk>
      {() => (
        <Page heading="記録" title="操作の記録" wide help="city#audit">
          <p>
            だれが・いつ・何をしたかの記録です。だれも書き換えたり消したりできません。登録者(支援を受ける方)の内容は含みません。
          </p>
          <Verification />
          <AuditFilterForm
            key={auditAddress(filters)}
            filters={filters}
            onFilters={(next) => route(auditAddress(next))}
          />
          <Events filters={filters} />
        </Page>
      )}
    </CityDesk>
  );
}

function Events({ filters }: { filters: AuditFilters }) {
  const pages = usePages(auditAddress(filters), (after) => {
    const query = { ...auditQuestion(filters), limit: ROWS_AT_ONCE, ...(after ? { after } : {}) };
    return ask(() => api.GET("/api/audit/events", { params: { query } }));
  });
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="記録" />}
      {items?.length === 0 && <EmptyState title="この条件に当てはまる記録はありません" />}
      {items && items.length > 0 && (
        <>
          <AuditTable items={items} filters={filters} />
          <div class="row row--apart no-print">
            <p class="hint" role="status">
              {items.length}件を表示しています{pages.hasMore && "(続きがあります)"}
            </p>
            {pages.hasMore && (
              <Button sending={pages.loadingMore} onClick={() => void pages.loadMore()}>
                続きを表示
              </Button>
            )}
          </div>
          <ExportButton filters={filters} />
        </>
      )}
    </>
  );
}
