import { useEffect } from "preact/hooks";
import { loadWishGroups } from "../../api/tags";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { focusSoon } from "../../interface/focus-soon";
import { DoneBox } from "./done-box";
import { NewTagForm } from "./new-tag-form";
import { isOffered } from "./order";
import { RetiredTags } from "./retired-tags";
import { type SetKind, TAGS } from "./set-kind";
import { TagList } from "./tag-list";
import { useTagSet } from "./use-tag-set";

const HEADING = "common-tags";

/** R28, R23: one list for everybody, and only the city changes it. */
export function CommonSet({ kind }: { kind: SetKind }) {
  const set = useTagSet(kind);
  const { tags, problem, done } = set;
  // After the effect with which a dialog closes: until then nothing outside of it takes the focus.
  useEffect(() => {
    if (done?.focusOnSet) document.getElementById(HEADING)?.focus();
  }, [done]);

  return (
    <div class="tag-set">
      <p>{kind.introduction}</p>
      {kind === TAGS && <WaitingWishes />}
      <NewTagForm kind={kind} onCreated={set.created} />
      <DoneBox done={done} onUndone={() => focusSoon(HEADING)} />
      <section class="card" aria-labelledby={HEADING}>
        <h2 id={HEADING} tabIndex={-1}>
          使っている{kind.noun}
        </h2>
        <Refusal problem={set.moveProblem} />
        {problem && <Failure problem={problem} onRetry={() => void set.reload()} />}
        {!tags && !problem && <Loading what={kind.noun} />}
        {tags && <TagList tags={tags.filter(isOffered)} set={set} />}
      </section>
      {tags && (
        <RetiredTags kind={kind} tags={tags.filter((tag) => !isOffered(tag))} onBringBack={set.bringBack} />
      )}
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
