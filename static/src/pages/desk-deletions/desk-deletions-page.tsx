import { useState } from "preact/hooks";
import { loadRoomsToDelete } from "../../api/support-desk";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Page } from "../../interface/page";
import { AssociationDesk } from "../../session/signed-in";
import { DeletionRecords } from "./deletion-records";
import { ToDelete } from "./to-delete";

const ROWS_AT_ONCE = 50;

export function DeskDeletionsPage() {
  return <AssociationDesk>{() => <Deletions />}</AssociationDesk>;
}

/** R38: content goes only after its time, only when two clerks want it, and what went is recorded. */
function Deletions() {
  const [message, setMessage] = useState("");
  const [deletions, setDeletions] = useState(0);
  const pages = usePages("rooms-to-delete", (after) =>
    loadRoomsToDelete({ limit: ROWS_AT_ONCE, ...(after ? { after } : {}) }),
  );
  const { items, problem } = pages;
  const changed = (text: string) => {
    setMessage(text);
    setDeletions(deletions + 1);
    void pages.reload();
  };

  return (
    <Page heading="内容の削除" title="保存期間を過ぎた部屋" wide help="association#closing">
      <p>
        閉じてから保存期間を過ぎた支援の部屋です。一人が依頼し、別の担当者が確認すると、内容が元に戻せない形で削除されます。依頼しなければ、残り続けます。
      </p>
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      <section class="stack" aria-labelledby="to-delete">
        <h2 id="to-delete">保存期間を過ぎた部屋</h2>
        {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
        {!items && !problem && <Loading what="部屋" />}
        {items?.length === 0 && <EmptyState title="保存期間を過ぎた部屋はありません" />}
        {items?.map((item) => (
          <ToDelete key={item.room_id} item={item} onChanged={changed} />
        ))}
        {items && items.length > 0 && <ListEnd counter="室" pages={pages} />}
      </section>
      <DeletionRecords key={deletions} />
    </Page>
  );
}
