import { useState } from "preact/hooks";
import { loadMyWishes, loadTags } from "../../api/tags";
import type { Me, Wish } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { MyWishes } from "./my-wishes";
import "./tags.css";
import { WishForm } from "./wish-form";
import { isKnown } from "./wish-state";

export function TagsPage() {
  return <SignedIn>{(me) => <Tags key={me.login_id} me={me} />}</SignedIn>;
}

/** R28: everybody reads the one set and may wish for more; only the city changes it. */
function Tags({ me }: { me: Me }) {
  const wishes = usePages<Wish>("my wishes", loadMyWishes);
  const [message, setMessage] = useState("");
  const sent = (wish: Wish) => {
    setMessage(
      isKnown(wish, wishes.items ?? [])
        ? `「${wish.wording}」の要望は、前に送ってあります。下の「自分の要望」で回答を確かめてください。`
        : `「${wish.wording}」の要望を送りました。市の回答は、このページで読めます。`,
    );
    void wishes.reload();
  };

  return (
    <Page heading="タグの一覧と要望" help="web#tags">
      <p>
        タグは、メッセージに付けて、あとで探しやすくするための言葉です。すべての団体・利用者で同じものを使います。タグを作る、名前を変える、使うのをやめることができるのは市だけです。足りないタグがあれば、市に要望を送ってください。
      </p>
      {me.desk === "city" && (
        <p>
          <a href="/desk/tags">タグを管理する(市の担当者の画面)</a>
        </p>
      )}
      <CommonTags />
      <WishForm onSent={sent} onTyped={() => setMessage("")} />
      <p role="status" class={`status-line${message ? " notice-box notice-box--success" : ""}`}>
        {message}
      </p>
      <MyWishes wishes={wishes} />
    </Page>
  );
}

function CommonTags() {
  const { data, problem, reload } = useLoaded("offered tags", () => loadTags());
  return (
    <section class="card" aria-labelledby="common-tags">
      <h2 id="common-tags">今あるタグ</h2>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="タグ" />}
      {data?.items.length === 0 && (
        <EmptyState title="タグはまだありません">
          <p>市がタグを作ると、ここに並びます。</p>
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul class="tags" aria-labelledby="common-tags">
          {data.items.map((tag) => (
            <li key={tag.tag_id} class="tags__tag">
              {tag.name}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
