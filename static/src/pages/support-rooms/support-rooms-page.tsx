import { type FiledSupport, loadFiled } from "../../api/support";
import { usePages } from "../../api/use-pages";
import { MISSING } from "../../city/support-words";
import { formName, word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { ApplicationBadge } from "../../interface/status-badge";
import { SignedIn } from "../../session/signed-in";
import { RoomsFrame } from "../rooms/rooms-frame";

export function SupportRoomsPage() {
  return (
    <SignedIn>
      {() => (
        <RoomsFrame current="filed" heading="出した申請" wide>
          <Filed />
          <p class="no-print">
            職種連携の部屋の申請は、<a href="/rooms/applications">職種連携の部屋の申請の一覧</a>にあります。
          </p>
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

/** R15: what this person has filed; the receipt leads to everything else. */
function Filed() {
  const pages = usePages<FiledSupport>("filed support", loadFiled);
  const { items, problem } = pages;
  return (
    <>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="申請" />}
      {items?.length === 0 && (
        <EmptyState title="出した申請はまだありません">
          <p>
            <a href="/support-rooms/new">支援の部屋を申請する</a>
            と、ここに並びます。担当者を変える届出は、その部屋のページから出せます。
          </p>
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <FiledTable items={items} />
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </>
  );
}

function FiledTable({ items }: { items: FiledSupport[] }) {
  return (
    <table class="list queue">
      <caption class="visually-hidden">自分が出した申請の一覧。新しい順</caption>
      <thead>
        <tr>
          <th scope="col">様式と受付番号</th>
          <th scope="col">状態</th>
          <th scope="col">人数</th>
          <th scope="col">受付日</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.receipt_number}>
            <th scope="row">
              <a class="queue__link" href={`/support-rooms/${item.receipt_number}`}>
                {formName(item.form)}
                <span class="code queue__receipt">{item.receipt_number}</span>
              </a>
            </th>
            <td class="queue__words">
              <ApplicationBadge status={item.status} />
              {item.missing.length > 0 && (
                <span class="kana">
                  足りないもの: {item.missing.map((missing) => word(MISSING, missing)).join("、")}
                </span>
              )}
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
