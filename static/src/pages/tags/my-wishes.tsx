import type { Wish } from "../../api/types";
import type { usePages } from "../../api/use-pages";
import { wareki } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { Badge } from "../../interface/status-badge";
import { wishState } from "./wish-state";

type Wishes = ReturnType<typeof usePages<Wish>>;

/** What the person wished for, newest first, and what the city answered. */
export function MyWishes({ wishes }: { wishes: Wishes }) {
  const { items, problem } = wishes;
  return (
    <section class="card" aria-labelledby="my-wishes">
      <h2 id="my-wishes">自分の要望</h2>
      {problem && <Failure problem={problem} onRetry={() => void wishes.reload()} />}
      {!items && !problem && <Loading what="自分の要望" />}
      {items?.length === 0 && <EmptyState title="送った要望はありません" />}
      {items && items.length > 0 && (
        <>
          <ul class="devices">
            {items.map((wish) => (
              <WishLine key={wish.wording_key} wish={wish} />
            ))}
          </ul>
          <ListEnd counter="件" pages={wishes} />
        </>
      )}
    </section>
  );
}

function WishLine({ wish }: { wish: Wish }) {
  const { text, kind } = wishState(wish);
  return (
    <li>
      <p class="row">
        <strong>{wish.wording}</strong> <Badge kind={kind}>{text}</Badge>
        {wish.wishes > 1 && <span class="hint">{wish.wishes}人が要望しています</span>}
      </p>
      {wish.answer && (
        <div>
          <p class="hint">市の回答{wish.answered_at && ` ${wareki(wish.answered_at)}`}</p>
          <blockquote class="history__note">{wish.answer}</blockquote>
        </div>
      )}
    </li>
  );
}
