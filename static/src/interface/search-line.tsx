import { useState } from "preact/hooks";
import { Button } from "./button";

interface SearchLineProps {
  id: string;
  label: string;
  /** What is searched for now. */
  search: string;
  onSearch: (search: string) => void;
}

/** The search of a list: sent by a button, taken back by another. */
export function SearchLine({ id, label, search, onSearch }: SearchLineProps) {
  const [typed, setTyped] = useState(search);
  return (
    <search>
      <form
        class="search no-print"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <label for={id}>{label}</label>
        <div class="search__line">
          <input
            id={id}
            type="search"
            maxLength={100}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autocomplete="off"
          />
          <Button type="submit">探す</Button>
          {search && (
            <Button
              onClick={() => {
                setTyped("");
                onSearch("");
              }}
            >
              消す
            </Button>
          )}
        </div>
      </form>
    </search>
  );
}
