import { useMemo, useRef, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { Tag } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { focusSoon } from "../../interface/focus-soon";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import type { Done } from "./done-box";
import { inOrder, isOffered, isOutdated, moved, OrderQueue, outdatedInWords } from "./order";
import type { SetKind } from "./set-kind";

/** The buttons that move a tag, so that the focus stays on the one that was pressed. */
export function moveButtonId(tag: Tag, by: -1 | 1): string {
  return `tag-${tag.tag_id}-${by < 0 ? "up" : "down"}`;
}

export type TagSet = ReturnType<typeof useTagSet>;

/** The whole set as the page shows it, and everything that the city does to it. */
export function useTagSet(kind: SetKind) {
  const { data, problem, reload, replace } = useLoaded(kind.noun, kind.load);
  const [done, setDone] = useState<Done | null>(null);
  const freshly = useFreshSignIn();
  // An answer may arrive after further changes: it is put into what is shown then.
  const latest = useRef(data);
  latest.current = data;
  const change = (changed: (tags: Tag[]) => Tag[]) => {
    if (latest.current === null) return;
    latest.current = { ...latest.current, items: changed(latest.current.items) };
    replace(latest.current);
  };
  const put = (tag: Tag) =>
    change((tags) => tags.map((before) => (before.tag_id === tag.tag_id ? tag : before)));
  const { move, moveProblem, forgetProblem } = useMoves({
    kind,
    tagsNow: () => latest.current?.items ?? [],
    change,
    reload,
    onDone: setDone,
  });
  const changed = (done: Done) => {
    forgetProblem();
    setDone(done);
  };

  const created = (tag: Tag) => {
    change((tags) => [...tags.filter(({ tag_id }) => tag_id !== tag.tag_id), tag]);
    changed({ text: `${kind.noun}「${tag.name}」を作りました。一覧の最後にあります。` });
  };

  const rename = async (tag: Tag, name: string, undoes = false): Promise<Problem | undefined> => {
    const { data, problem } = await freshly(() => kind.rename(tag.tag_id, name));
    if (!data) return problem;
    put(data);
    changed({
      text: `「${tag.name}」を「${data.name}」に${undoes ? "戻しました" : "変えました"}。`,
      ...(undoes
        ? {}
        : { undo: { label: `元に戻す(${tag.name})`, work: () => rename(data, tag.name, true) } }),
    });
    return undefined;
  };

  const bringBack = async (tag: Tag): Promise<Problem | undefined> => {
    const { data, problem } = await freshly(() => kind.bringBack(tag.tag_id));
    if (!data) return problem;
    put(data);
    changed({ text: `「${tag.name}」をもう一度使えるようにしました。`, focusOnSet: true });
    // Only the city's list says at which place it stands again.
    void reload();
    return undefined;
  };

  const retire = async (tag: Tag): Promise<Problem | undefined> => {
    const { data, problem } = await freshly(() => kind.retire(tag.tag_id));
    if (!data) return problem;
    put(data);
    changed({
      text: `「${tag.name}」を使うのをやめました。これまでの${kind.carriers}には残ります。`,
      undo: { label: "元に戻す(もう一度使う)", work: () => bringBack(data) },
      focusOnSet: true,
    });
    return undefined;
  };

  const tags = data?.items ?? null;
  return { kind, tags, problem, reload, done, created, rename, retire, bringBack, move, moveProblem };
}

interface MovesProps {
  kind: SetKind;
  tagsNow: () => Tag[];
  change: (changed: (tags: Tag[]) => Tag[]) => void;
  reload: () => Promise<void>;
  onDone: (done: Done | null) => void;
}

/** Moves are shown at once and taken back when the city refuses them. */
function useMoves({ kind, tagsNow, change, reload, onDone }: MovesProps) {
  const [moveProblem, setMoveProblem] = useState<Problem | null>(null);
  const freshly = useFreshSignIn();
  const queue = useMemo(
    () => new OrderQueue(async (order) => (await freshly(() => kind.order(order))).problem),
    [freshly, kind],
  );

  const move = async (tag: Tag, by: -1 | 1) => {
    const before = tagsNow()
      .filter(isOffered)
      .map(({ tag_id }) => tag_id);
    const after = moved(before, tag.tag_id, by);
    if (after === before) return;
    change((tags) => inOrder(tags, after));
    setMoveProblem(null);
    onDone({ text: `「${tag.name}」を${after.indexOf(tag.tag_id) + 1}番目に動かしました。` });
    // The browser drops the focus from what stands elsewhere on the page all of a sudden.
    focusSoon(moveButtonId(tag, by));
    const refused = await queue.add(before, after);
    if (!refused) return;
    change((tags) => inOrder(tags, refused.confirmed));
    onDone(null);
    if (isOutdated(refused.problem)) await reload();
    setMoveProblem(
      isOutdated(refused.problem) ? outdatedInWords(refused.problem, kind.noun) : refused.problem,
    );
  };
  return { move, moveProblem, forgetProblem: () => setMoveProblem(null) };
}
