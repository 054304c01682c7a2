import { useState } from "preact/hooks";
import { findAuthors } from "../../api/message-search";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import { FoundPeople, useFoundPeople } from "../writing/people-choice";
import type { Addressee } from "../writing/writing";

interface AuthorFieldProps {
  /** Of the one who is chosen; null: nobody is. */
  name: string | null;
  onChosen: (person: Addressee | null) => void;
}

/** Who wrote it: somebody of the rooms that are open to the person. */
export function AuthorField({ name, onChosen }: AuthorFieldProps) {
  const [typed, setTyped] = useState("");
  const found = useFoundPeople(typed.trim() === "" ? null : typed.trim(), findAuthors);
  if (name !== null) {
    return (
      <p class="row">
        <span>
          書いた人: <strong>{name}</strong>
        </span>
        <Button small onClick={() => onChosen(null)}>
          人を選び直す
        </Button>
      </p>
    );
  }
  return (
    <div class="stack">
      <TextField
        id="author"
        label="書いた人"
        type="search"
        required={false}
        hint="氏名かふりがなの一部を入れて、選んでください。"
        value={typed}
        onValue={setTyped}
      />
      <p role="status" class="hint status-line">
        {typed.trim() === "" ? "" : statusText(found?.length ?? null)}
      </p>
      <FoundPeople people={found ?? []} onTake={onChosen} />
    </div>
  );
}

function statusText(found: number | null): string {
  if (found === null) return "探しています…";
  return found === 0 ? "当てはまる人はいません。" : `${found}人見つかりました。`;
}
