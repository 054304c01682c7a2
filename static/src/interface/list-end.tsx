import { Button } from "./button";

/** A list that comes in pages, as far as its end has to know it. */
interface ListPages {
  items: unknown[] | null;
  hasMore: boolean;
  loading: boolean;
  loadingMore: boolean;
  loadMore: () => Promise<void>;
  reload: () => Promise<void>;
}

interface ListEndProps {
  /** 人, 件, 台 … */
  counter: string;
  pages: ListPages;
}

/** Below a list that comes in pages: how much of it is shown, and the rest. */
export function ListEnd({ counter, pages }: ListEndProps) {
  const { hasMore, loading, loadingMore } = pages;
  return (
    <div class="row row--apart no-print">
      <p class="hint" role="status">
        {loading
          ? "読み込んでいます…"
          : `${pages.items?.length ?? 0}${counter}を表示しています${hasMore ? "(続きがあります)" : ""}`}
      </p>
      <div class="row">
        {hasMore && (
          <Button sending={loadingMore} onClick={() => void pages.loadMore()}>
            続きを表示
          </Button>
        )}
        <Button small onClick={() => void pages.reload()}>
          最新の状態にする
        </Button>
      </div>
    </div>
  );
}
