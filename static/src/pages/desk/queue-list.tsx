import type { ComponentChildren } from "preact";
import { api, ask } from "../../api/client";
import type { ApplicationSummary, Clerk, Me } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { BatchPanel } from "./batch-panel";
import { BulkBar } from "./bulk-bar";
import { addressOf, type Filters, questionOf, TABS } from "./filters";
import { QueueTable } from "./queue-table";
import { useAccepting } from "./use-accepting";
import { type Batch, useBatch } from "./use-batch";
import { useSelection } from "./use-selection";

const ROWS_AT_ONCE = 100;
/** A longer list is no work for paper. */
const PRINTED_ROWS_MAX = 500;

interface QueueListProps {
  filters: Filters;
  /** The filters in words, for the paper. */
  conditions: string[];
  me: Me;
  clerks: Clerk[];
  onChanged: () => void;
  nothing: ComponentChildren;
}

export function QueueList({ filters, conditions, me, clerks, onChanged, nothing }: QueueListProps) {
  const pages = usePages(addressOf(filters), (after) => {
    const query = { ...questionOf(filters), limit: ROWS_AT_ONCE, ...(after ? { after } : {}) };
    return ask(() => api.GET("/api/desk/applications", { params: { query } }));
  });
  const { items, problem } = pages;
  const selection = useSelection(items ?? []);
  const accept = useAccepting(me);
  const { batch, ...batches } = useBatch((ended) => {
    selection.leaveOut(settledReceipts(ended));
    void pages.reload();
    onChanged();
  });
  const reload = () => {
    void pages.reload();
    onChanged();
  };

  return (
    <>
      <p role="status" class="visually-hidden">
        {items && !pages.loading && `${items.length}件の申請を表示しています`}
      </p>
      {problem && <Failure problem={problem} onRetry={reload} />}
      {batch && (
        <BatchPanel batch={batch} onStop={batches.stop} onResume={batches.resume} onClose={batches.close} />
      )}
      {!items && !problem && <Loading what="申請" />}
      {items?.length === 0 && (pages.hasMore ? <p>ここまでには当てはまる申請がありません。</p> : nothing)}
      {items && items.length > 0 && (
        <>
          <PaperHeading filters={filters} conditions={conditions} />
          <QueueTable items={items} selection={selection} />
        </>
      )}
      {items && <ListFooter count={items.length} pages={pages} onReload={reload} />}
      {!batch?.running && (
        <BulkBar
          chosen={selection.chosen}
          me={me}
          clerks={clerks}
          // Over the results of a batch it would hide them on a phone.
          sticky={!batch}
          onClear={() => selection.leaveOut(selection.chosen.map((item) => item.receipt_number))}
          onAccept={(chosen) => void batches.start({ kind: "accept", work: accept }, chosen)}
          onAssign={(chosen, userId) =>
            void batches.start({ kind: "assign", work: (item) => assign(item, userId) }, chosen)
          }
        />
      )}
    </>
  );
}

/** What needs no further attempt of the same kind; the rest stays chosen. */
function settledReceipts(batch: Batch): string[] {
  return batch.outcomes
    .filter(({ state }) => state === "done" || state === "refused")
    .map(({ item }) => item.receipt_number);
}

async function assign(item: ApplicationSummary, userId: number | null) {
  const { problem } = await ask(() =>
    api.PUT("/api/desk/applications/{receipt}/assignment", {
      params: { path: { receipt: item.receipt_number } },
      body: { user_id: userId },
    }),
  );
  return problem ?? null;
}

interface ListFooterProps {
  count: number;
  pages: {
    hasMore: boolean;
    loading: boolean;
    loadingMore: boolean;
    loadMore: () => Promise<void>;
    loadUpTo: (itemsMax: number) => Promise<void>;
  };
  onReload: () => void;
}

function ListFooter({ count, pages, onReload }: ListFooterProps) {
  const printAll = async () => {
    await pages.loadUpTo(PRINTED_ROWS_MAX);
    // The rows that have just arrived must be drawn before the print dialog freezes the page.
    requestAnimationFrame(() => setTimeout(() => print()));
  };
  return (
    <div class="row row--apart no-print">
      <p class="hint">
        {pages.loading
          ? "読み込んでいます…"
          : `${count}件を表示しています${pages.hasMore ? "(続きがあります)" : ""}`}
      </p>
      <div class="row">
        {pages.hasMore && (
          <Button sending={pages.loadingMore} onClick={() => void pages.loadMore()}>
            続きを表示
          </Button>
        )}
        <Button small onClick={onReload}>
          最新の状態にする
        </Button>
        {count > 0 && (
          <Button small sending={pages.loadingMore} onClick={() => void printAll()}>
            一覧を印刷する
          </Button>
        )}
      </div>
    </div>
  );
}

/** What is on the paper, and when it was true. */
function PaperHeading({ filters, conditions }: { filters: Filters; conditions: string[] }) {
  const tab = TABS.find(({ value }) => value === filters.tab)?.label;
  return (
    <p class="print-only">
      {[`状態: ${tab}`, ...conditions].join(" / ")} {warekiWithTime(new Date().toISOString())}現在
    </p>
  );
}
