import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { AuthorField } from "./author-field";
import { RoomField, TagField } from "./choice-fields";
import { addressOf, type Conditions, isNarrowed, isSearch, NO_CONDITIONS } from "./conditions";

/** The words, and behind a line what else narrows the search. */
export function SearchForm({ conditions }: { conditions: Conditions }) {
  const { route } = useLocation();
  const [typed, setTyped] = useState(conditions);
  const [error, setError] = useState<string | undefined>(undefined);
  const change = (part: Partial<Conditions>) => setTyped({ ...typed, ...part });
  const isWrong = typed.from !== "" && typed.to !== "" && typed.from > typed.to;
  const search = () => {
    if (!isSearch(typed)) {
      setError("探す言葉か、条件を一つは入れてください。");
      document.getElementById("words")?.focus();
    } else if (!isWrong) route(addressOf(typed));
    else document.getElementById("to")?.focus();
  };
  return (
    <search>
      <form
        class="card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <TextField
          id="words"
          label="探す言葉"
          type="search"
          required={false}
          hint="いくつかの言葉は、空白で区切ります。"
          value={typed.words}
          onValue={(words) => change({ words })}
          error={error}
        />
        <details open={isNarrowed(conditions)}>
          <summary>条件を加える(部屋、書いた人、タグ、日付、添付)</summary>
          <Narrowing typed={typed} isWrong={isWrong} onChange={change} />
        </details>
        <div class="actions">
          <Button type="submit" kind="primary">
            探す
          </Button>
          {isSearch(conditions) && (
            <Button onClick={() => route(addressOf(NO_CONDITIONS))}>条件をすべて消す</Button>
          )}
        </div>
      </form>
    </search>
  );
}

interface NarrowingProps {
  typed: Conditions;
  /** The days are the wrong way round. */
  isWrong: boolean;
  onChange: (part: Partial<Conditions>) => void;
}

function Narrowing({ typed, isWrong, onChange }: NarrowingProps) {
  return (
    <div class="stack">
      <RoomField value={typed.room} onValue={(room) => onChange({ room })} />
      <AuthorField
        name={typed.author === null ? null : typed.authorName}
        onChosen={(person) => onChange({ author: person?.user_id ?? null, authorName: person?.name ?? "" })}
      />
      <TagField value={typed.tag} onValue={(tag) => onChange({ tag })} />
      <div class="two-columns">
        <TextField
          id="from"
          label="この日から"
          type="date"
          required={false}
          value={typed.from}
          onValue={(from) => onChange({ from })}
        />
        <TextField
          id="to"
          label="この日まで"
          type="date"
          required={false}
          value={typed.to}
          onValue={(to) => onChange({ to })}
          error={isWrong ? "「この日から」と同じ日か、それより後にしてください。" : undefined}
        />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={typed.hasFile}
          onChange={(event) => onChange({ hasFile: event.currentTarget.checked })}
        />
        添付ファイルがあるものだけ
      </label>
    </div>
  );
}
