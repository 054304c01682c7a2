import { loadWishGroups } from "../../api/tags";
import { usePages } from "../../api/use-pages";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { ListEnd } from "../../interface/list-end";
import { WishCard } from "./wish-card";

/** R28: what is wished for, those that differ only in spelling together. */
export function WishGroups({ answered }: { answered: boolean }) {
  const pages = usePages(`wishes ${answered}`, (after) =>
    loadWishGroups({ answered, ...(after ? { after } : {}) }),
  );
  const { items, problem } = pages;
  return (
    <>
      <p>
        {answered
          ? "回答した要望です。新しい回答から並んでいます。回答は書き直せます。"
          : "利用者からの要望です。同じ言葉の要望は一つにまとめ、人数の多いものから並べています。回答は、要望した人全員が読みます。だれの要望かは出ません。"}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="要望" />}
      {items?.length === 0 && (
        <EmptyState title={answered ? "回答した要望はまだありません" : "回答を待っている要望はありません"} />
      )}
      {items?.map((group) => (
        <WishCard key={group.wording_key} group={group} />
      ))}
      {items && items.length > 0 && <ListEnd counter="件" pages={pages} />}
    </>
  );
}
