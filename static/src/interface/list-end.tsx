import { Button } from "./button";

interface ListEndProps {
  /** 人, 件, 台 … */
  counter: string;
  shown: number;
  hasMore: boolean;
  loading: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onReload: () => void;
}

/** Below a list that comes in pages: how much of it is shown, and the rest. */
export function ListEnd({ counter, shown, hasMore, loading, loadingMore, onMore, onReload }: ListEndProps) {
  return (
    <div class="row row--apart no-print">
      <p class="hint" role="status">
        {loading
          ? "読み込んでいます…"
          : `${shown}${counter}を表示しています${hasMore ? "(続きがあります)" : ""}`}
      </p>
      <div class="row">
        {hasMore && (
          <Button sending={loadingMore} onClick={onMore}>
            続きを表示
          </Button>
        )}
        <Button small onClick={onReload}>
          最新の状態にする
        </Button>
      </div>
    </div>
  );
}
