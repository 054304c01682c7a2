import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Tag } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { EmptyState, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { focusSoon } from "../../interface/focus-soon";
import { RenameForm } from "./rename-form";
import type { SetKind } from "./set-kind";
import { moveButtonId, type TagSet } from "./use-tag-set";

type Actions = Pick<TagSet, "kind" | "move" | "rename" | "retire">;

/** The tags that are offered, in the order in which everybody is offered them. */
export function TagList({ tags, set }: { tags: Tag[]; set: Actions }) {
  const [retiring, setRetiring] = useState<Tag | null>(null);
  if (tags.length === 0) {
    return (
      <EmptyState title={`使っている${set.kind.noun}はありません`}>
        <p>
          上の「{set.kind.noun}を作る」で作ると、すべての利用者が{set.kind.carriers}
          に付けられるようになります。
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <p class="hint">「上へ」「下へ」を押すたびに、順番が保存されます。</p>
      <ol class="tag-list">
        {tags.map((tag, at) => (
          <TagLine
            key={tag.tag_id}
            tag={tag}
            isFirst={at === 0}
            isLast={at === tags.length - 1}
            set={set}
            onRetire={() => setRetiring(tag)}
          />
        ))}
      </ol>
      <RetireDialog kind={set.kind} tag={retiring} onRetire={set.retire} onClose={() => setRetiring(null)} />
    </>
  );
}

interface TagLineProps {
  tag: Tag;
  isFirst: boolean;
  isLast: boolean;
  set: Actions;
  onRetire: () => void;
}

function TagLine({ tag, isFirst, isLast, set, onRetire }: TagLineProps) {
  const [renaming, setRenaming] = useState(false);
  const renameId = `rename-${tag.tag_id}`;
  const endRenaming = () => {
    setRenaming(false);
    focusSoon(renameId);
  };
  const which = <span class="visually-hidden">({tag.name})</span>;

  if (renaming) {
    return (
      <li>
        <RenameForm
          kind={set.kind}
          tag={tag}
          onRename={(name) => set.rename(tag, name)}
          onEnd={endRenaming}
        />
      </li>
    );
  }
  return (
    <li>
      <div class="tag-list__line">
        <strong>{tag.name}</strong>
        <div class="row">
          <Button id={moveButtonId(tag, -1)} small disabled={isFirst} onClick={() => void set.move(tag, -1)}>
            上へ{which}
          </Button>
          <Button id={moveButtonId(tag, 1)} small disabled={isLast} onClick={() => void set.move(tag, 1)}>
            下へ{which}
          </Button>
          <Button id={renameId} small onClick={() => setRenaming(true)}>
            名前を変える{which}
          </Button>
          <Button kind="danger" small onClick={onRetire}>
            使うのをやめる{which}
          </Button>
        </div>
      </div>
    </li>
  );
}

interface RetireDialogProps {
  kind: SetKind;
  tag: Tag | null;
  onRetire: (tag: Tag) => Promise<Problem | undefined>;
  onClose: () => void;
}

function RetireDialog({ kind, tag, onRetire, onClose }: RetireDialogProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const retire = (tag: Tag) =>
    send(async () => {
      const problem = await onRetire(tag);
      setProblem(problem ?? null);
      if (!problem) onClose();
    });
  return (
    <ConfirmDialog
      open={tag !== null}
      heading={tag ? `${kind.noun}「${tag.name}」を使うのをやめますか` : ""}
      confirm="使うのをやめる"
      cancel="使い続ける"
      danger
      sending={sending}
      onConfirm={() => tag && void retire(tag)}
      onCancel={() => {
        setProblem(null);
        onClose();
      }}
    >
      <Refusal problem={problem} />
      <p>
        これまでの{kind.carriers}には、この{kind.noun}が付いたまま残ります。新しい{kind.carriers}
        には付けられなくなります。
      </p>
      <p>あとから「もう一度使う」で戻せます。</p>
    </ConfirmDialog>
  );
}
