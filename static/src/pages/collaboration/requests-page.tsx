import { loadMyRequests } from "../../api/rooms";
import type { FiledRoomRequest } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { MEMBERSHIP_CHANGES } from "../../city/room-words";
import { formShortName, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { ApplicationBadge } from "../../interface/status-badge";
import { SignedIn } from "../../session/signed-in";
import { RoomsFrame } from "../rooms/rooms-frame";

export function RoomRequestsPage() {
  return (
    <SignedIn>
      {() => (
        <RoomsFrame current="asked" heading="職種連携の部屋の申請" wide>
          <Requests />
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

/** What this person applied for: rooms to open, to join or leave, to close. */
function Requests() {
  const pages = usePages<FiledRoomRequest>("room requests", loadMyRequests);
  const { items, problem } = pages;
  return (
    <>
      <div class="actions no-print">
        <a class="button button--primary" href="/rooms/new">
          新しい部屋を申請する
        </a>
        <a class="button button--secondary" href="/rooms/membership">
          部屋に参加する、退出する
        </a>
      </div>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="申請" />}
      {items?.length === 0 && (
        <EmptyState title="職種連携の部屋の申請はまだありません">
          <p>部屋を開く、参加する、退出する、閉じる申請をすると、ここに並びます。</p>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <table class="list queue">
            <caption class="visually-hidden">自分が出した職種連携の部屋の申請。新しい順</caption>
            <thead>
              <tr>
                <th scope="col">部屋と受付番号</th>
                <th scope="col">申請</th>
                <th scope="col">状態</th>
                <th scope="col">受付日</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.receipt_number}>
                  <th scope="row">
                    <a class="queue__link" href={`/rooms/applications/${item.receipt_number}`}>
                      {item.room_name}
                      <span class="code queue__receipt">{item.receipt_number}</span>
                    </a>
                  </th>
                  <td data-label="申請">{whatOf(item)}</td>
                  <td data-label="状態">
                    <ApplicationBadge status={item.status} />
                  </td>
                  <td data-label="受付日">{wareki(item.received_at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <ListEnd
            counter="件"
            shown={items.length}
            hasMore={pages.hasMore}
            loading={pages.loading}
            loadingMore={pages.loadingMore}
            onMore={() => void pages.loadMore()}
            onReload={() => void pages.reload()}
          />
        </>
      )}
    </>
  );
}

function whatOf(item: FiledRoomRequest): string {
  if (item.change === null) return formShortName(item.form);
  return `${word(MEMBERSHIP_CHANGES, item.change)}(${item.people_count}人)`;
}
