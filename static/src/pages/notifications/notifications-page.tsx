import { useEffect } from "preact/hooks";
import { loadNotifications, type Notification, seeNotifications } from "../../api/notifications";
import { usePages } from "../../api/use-pages";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { Badge } from "../../interface/status-badge";
import { SignedIn } from "../../session/signed-in";
import { useUnread } from "../../unread/unread";

export function NotificationsPage() {
  return <SignedIn>{() => <Notifications />}</SignedIn>;
}

/** What the person is told, newest first. What is on the page counts as seen when the page is left or read again. */
function Notifications() {
  const pages = usePages<Notification>("notifications", loadNotifications);
  const { items, problem } = pages;
  const newest = items?.reduce((most, item) => Math.max(most, item.notification_id), 0) ?? 0;
  useSeen(newest);
  return (
    <Page heading="お知らせ" help="web#notifications">
      <p class="hint">
        お知らせの受け取り方(Eメール・プッシュ通知)は<a href="/account#notifications">アカウント</a>
        で変えられます。個人情報は、お知らせには出ません。
      </p>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="お知らせ" />}
      {items?.length === 0 && <EmptyState title="お知らせはまだありません" />}
      {items && items.length > 0 && (
        <>
          <ol class="choice-list choice-list--one">
            {items.map((item) => (
              <li key={item.notification_id}>
                <a href={item.path} onClick={() => void seeNotifications(item.notification_id, true)}>
                  <strong>
                    {item.text}
                    {item.count > 1 && `(${item.count}件)`}{" "}
                    {item.seen_at === null && <Badge kind="unread">新しい</Badge>}
                  </strong>
                  <span>
                    <time dateTime={item.at}>{warekiWithTime(item.at)}</time>
                  </span>
                </a>
              </li>
            ))}
          </ol>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </Page>
  );
}

/** Notes that everything up to the newest one was seen, once the page is left. */
function useSeen(newest: number) {
  const { refresh } = useUnread();
  useEffect(() => {
    if (newest === 0) return;
    return () => {
      void seeNotifications(newest).then(refresh);
    };
  }, [newest, refresh]);
}
