import { loadTags } from "../../api/tags";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";

const TAGS_MAX = 10;

interface TagChoiceProps {
  chosen: number[];
  onChosen: (tags: number[]) => void;
}

/** R28: from the common set of the city, and no others. */
export function TagChoice({ chosen, onChosen }: TagChoiceProps) {
  const { data, problem, reload } = useLoaded("tags", () => loadTags());
  const tags = data?.items ?? [];
  const isFull = chosen.length >= TAGS_MAX;
  return (
    <fieldset class="field">
      <legend>タグ</legend>
      <p class="hint">
        あとで探しやすくなります。{TAGS_MAX}個まで。ほしいタグがないときは<a href="/tags">要望を送れます</a>。
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="タグ" />}
      {data && tags.length === 0 && <p class="quiet">タグはまだありません。</p>}
      <div class="writing__tags">
        {tags.map((tag) => {
          const has = chosen.includes(tag.tag_id);
          return (
            <label key={tag.tag_id} class="check check--boxed">
              <input
                type="checkbox"
                checked={has}
                disabled={!has && isFull}
                onChange={() =>
                  onChosen(has ? chosen.filter((one) => one !== tag.tag_id) : [...chosen, tag.tag_id])
                }
              />
              {tag.name}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
