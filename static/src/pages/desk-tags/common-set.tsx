import { useEffect } from "preact/hooks";
import { loadWishGroups } from "../../api/tags";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { focusSoon } from "../../interface/focus-soon";
import { DoneBox } from "./done-box";
import { NewTagForm } from "./new-tag-form";
import { isOffered } from "./order";
import { RetiredTags } from "./retired-tags";
import { TagList } from "./tag-list";
import { useTagSet } from "./use-tag-set";

const HEADING = "common-tags";

/** R28: one set for everybody, and only the city changes it. */
export function CommonSet() {
  const set = useTagSet();
  const { tags, problem, done } = set;
  // After the effect with which a dialog closes: until then nothing outside of it takes the focus.
  useEffect(() => {
    if (done?.focusOnSet) document.getElementById(HEADING)?.focus();
  }, [done]);

  return (
    <div class="tag-set">
      <p>
        メッセージに付けるタグです。すべての団体・利用者に同じタグが、この順番で出ます。作る、名前を変える、使うのをやめることができるのは市の職員だけです。
      </p>
      <WaitingWishes />
      <NewTagForm onCreated={set.created} />
      <DoneBox done={done} onUndone={() => focusSoon(HEADING)} />
      <section class="card" aria-labelledby={HEADING}>
        <h2 id={HEADING} tabIndex={-1}>
          使っているタグ
        </h2>
        <Refusal problem={set.moveProblem} />
        {problem && <Failure problem={problem} onRetry={() => void set.reload()} />}
        {!tags && !problem && <Loading what="タグ" />}
        {tags && <TagList tags={tags.filter(isOffered)} set={set} />}
      </section>
      {tags && <RetiredTags tags={tags.filter((tag) => !isOffered(tag))} onBringBack={set.bringBack} />}
    </div>
  );
}

/** Nobody need open the other tab to see that somebody waits. Where it cannot be known, the tab is there still. */
function WaitingWishes() {
  const { data } = useLoaded("first wish", () => loadWishGroups({ answered: false, limit: 1 }));
  if (!data || data.items.length === 0) return null;
  return (
    <p class="notice-box">
      <span>
        回答を待っている要望があります。<a href="/desk/tags?wishes=waiting">要望を読んで答える</a>
      </span>
    </p>
  );
}
