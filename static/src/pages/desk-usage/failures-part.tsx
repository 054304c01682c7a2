import { loadFailures } from "../../api/notifications";
import { useLoaded } from "../../api/use-loaded";
import { DELIVERY_REASONS, NOTIFICATION_CHANNELS } from "../../city/notification-words";
import { word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";

/** R30: notifications that did not arrive, and why: for whom, never what about. */
export function FailuresPart() {
  const { data, problem, reload } = useLoaded("notification failures", loadFailures);
  return (
    <section class="card no-print" aria-labelledby="failures">
      <h2 id="failures">届かなかったお知らせ(30日)</h2>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="届かなかったお知らせ" />}
      {data && data.overdue_count > 0 && (
        <p class="notice-box notice-box--warning">
          送信の会社に渡せずに待っているお知らせが{data.overdue_count}件あります。自動で送り直しています。
        </p>
      )}
      {data?.items.length === 0 && <EmptyState title="届かなかったお知らせはありません" />}
      {data && data.items.length > 0 && (
        <table class="list">
          <caption class="visually-hidden">届かなかったお知らせ</caption>
          <thead>
            <tr>
              <th scope="col">利用者</th>
              <th scope="col">方法</th>
              <th scope="col">理由</th>
              <th scope="col">やめた日時</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <tr key={`${item.at}-${item.user_name}-${item.channel}`}>
                <th scope="row">
                  {item.user_name}
                  <span class="kana">{item.organization_name}</span>
                </th>
                <td data-label="方法">{word(NOTIFICATION_CHANNELS, item.channel)}</td>
                <td data-label="理由">{word(DELIVERY_REASONS, item.reason)}</td>
                <td data-label="やめた日時">
                  <time dateTime={item.at}>{warekiWithTime(item.at)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
