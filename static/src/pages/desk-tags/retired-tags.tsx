import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Tag } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { wareki } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import type { SetKind } from "./set-kind";

interface RetiredTagsProps {
  kind: SetKind;
  tags: Tag[];
  onBringBack: (tag: Tag) => Promise<Problem | undefined>;
}

/** What is offered no more and stands on old messages still. */
export function RetiredTags({ kind, tags, onBringBack }: RetiredTagsProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const bringBack = (tag: Tag) => send(async () => setProblem((await onBringBack(tag)) ?? null));
  return (
    <section class="card" aria-labelledby="retired-tags">
      <h2 id="retired-tags">使うのをやめた{kind.noun}</h2>
      <Refusal problem={problem} />
      {tags.length === 0 ? (
        <p class="quiet">使うのをやめた{kind.noun}はありません。</p>
      ) : (
        <>
          <p class="hint">
            これまでの{kind.carriers}には残っています。新しい{kind.carriers}には付けられません。
          </p>
          <ul class="tag-list">
            {tags.map((tag) => (
              <li key={tag.tag_id}>
                <div class="tag-list__line">
                  <span>
                    <strong>{tag.name}</strong>{" "}
                    {tag.retired_at && <span class="hint">{wareki(tag.retired_at)}から</span>}
                  </span>
                  <Button small disabled={sending} onClick={() => void bringBack(tag)}>
                    もう一度使う<span class="visually-hidden">({tag.name})</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
