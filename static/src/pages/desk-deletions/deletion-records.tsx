import { loadDeletionRecords } from "../../api/support-desk";
import { usePages } from "../../api/use-pages";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { countsInWords } from "./counts-in-words";

const ROWS_AT_ONCE = 50;

/** What went, on whose wish; the registrant only by number, since the name is gone. */
export function DeletionRecords() {
  const pages = usePages("deletion-records", (after) =>
    loadDeletionRecords({ limit: ROWS_AT_ONCE, ...(after ? { after } : {}) }),
  );
  const { items, problem } = pages;
  return (
    <section class="stack" aria-labelledby="deleted">
      <h2 id="deleted">これまでの削除</h2>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="削除の記録" />}
      {items?.length === 0 && <EmptyState title="削除した部屋はありません" />}
      {items && items.length > 0 && (
        <>
          <table class="list queue">
            <caption class="visually-hidden">これまでの削除。新しい順</caption>
            <thead>
              <tr>
                <th scope="col">日時</th>
                <th scope="col">登録者</th>
                <th scope="col">依頼した人</th>
                <th scope="col">確認した人</th>
                <th scope="col">消したもの</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    <time dateTime={item.at}>{warekiWithTime(item.at)}</time>
                  </th>
                  <td data-label="登録者">登録者番号 {item.registrant_id}</td>
                  <td data-label="依頼した人">{item.requested_by}</td>
                  <td data-label="確認した人">{item.confirmed_by}</td>
                  <td data-label="消したもの">{countsInWords(item.counts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </section>
  );
}
