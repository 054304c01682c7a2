import { loadFiledRequests } from "../../api/rooms";
import type { FiledRoomRequest } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { requestName } from "../../city/room-words";
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
        <RoomsFrame current="requests" heading="職種連携の部屋の申請" wide>
          <Requests />
          <p class="no-print">
            支援の部屋の申請は、<a href="/support-rooms">支援の部屋の「出した申請」</a>にあります。
          </p>
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

/** R13b: what this person has filed of all three forms; the receipt leads to everything else. */
function Requests() {
  const pages = usePages<FiledRoomRequest>("room requests", loadFiledRequests);
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="申請" />}
      {items?.length === 0 && (
        <EmptyState title="出した申請はまだありません">
          <p>
            <a href="/rooms/find">部屋を探して</a>参加を申請するか、
            <a href="/rooms/new">部屋を開く申請</a>をすると、ここに並びます。
          </p>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <RequestTable items={items} />
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </>
  );
}

function RequestTable({ items }: { items: FiledRoomRequest[] }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">自分が出した申請の一覧。新しい順</caption>
      <thead>
        <tr>
          <th scope="col">部屋と申請</th>
          <th scope="col">状態</th>
          <th scope="col">人数</th>
          <th scope="col">受付日</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.receipt_number}>
            <th scope="row">
              <a class="queue__link" href={`/rooms/applications/${item.receipt_number}`}>
                {item.room_name}
                <span class="queue__receipt">{requestName(item.form, item.change)}</span>
                <span class="code queue__receipt">{item.receipt_number}</span>
              </a>
            </th>
            <td class="queue__words">
              <ApplicationBadge status={item.status} />
              <span class="kana">{item.status_text}</span>
            </td>
            <td data-label="人数">{item.people_count > 0 ? `${item.people_count}人` : "なし"}</td>
            <td data-label="受付日">
              <time dateTime={item.received_at}>{wareki(item.received_at)}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
