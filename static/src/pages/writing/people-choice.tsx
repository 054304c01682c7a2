import { useEffect, useState } from "preact/hooks";
import { findPeople, type RoomPerson } from "../../api/messages";
import { PROFESSIONS, word } from "../../city/words";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import type { Addressee } from "./writing";

const DELAY_MILLISECONDS = 250;

/** The people of a room whose name begins so; null while they are being looked for. */
export function usePeople(room: number, name: string | null): RoomPerson[] | null {
  const [found, setFound] = useState<RoomPerson[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (name === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { data } = await findPeople(room, name);
      if (current) setFound(data?.items ?? []);
    }, DELAY_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [room, name]);
  return found;
}

interface PeopleChoiceProps {
  id: string;
  room: number;
  label: string;
  /** Who is at the screen: nobody addresses himself. */
  me: number;
  chosen: Addressee[];
  onChosen: (chosen: Addressee[]) => void;
  error?: string | undefined;
}

/** Chooses people of the room by their name. */
export function PeopleChoice({ id, room, label, me, chosen, onChosen, error }: PeopleChoiceProps) {
  const [name, setName] = useState("");
  const found = usePeople(room, name);
  const ids = new Set(chosen.map((person) => person.user_id));
  const rest = (found ?? []).filter((person) => person.user_id !== me && !ids.has(person.user_id));
  return (
    <div class="stack writing__people">
      <TextField
        id={id}
        label={label}
        type="search"
        required={false}
        hint="氏名かふりがなの一部で探せます。"
        value={name}
        onValue={setName}
        error={error}
      />
      <Addressees people={chosen} onRemove={(person) => onChosen(chosen.filter((one) => one !== person))} />
      <p role="status" class="hint status-line">
        {found === null ? "探しています…" : rest.length === 0 ? "ほかに当てはまる人はいません。" : ""}
      </p>
      <ul class="found writing__found">
        {rest.map((person) => (
          <li key={person.user_id}>
            <button
              type="button"
              class="link-button"
              onClick={() => onChosen([...chosen, { user_id: person.user_id, name: person.name }])}
            >
              {person.name}
              <span class="hint">
                {word(PROFESSIONS, person.profession)} ・ {person.organization_name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface AddresseesProps {
  people: Addressee[];
  onRemove: (person: Addressee) => void;
}

/** Who is chosen; a press takes one out. */
export function Addressees({ people, onRemove }: AddresseesProps) {
  if (people.length === 0) return null;
  return (
    <ul class="writing__chosen" aria-label="選んだ人">
      {people.map((person) => (
        <li key={person.user_id}>
          <Button small onClick={() => onRemove(person)}>
            {person.name} <span aria-hidden="true">×</span>
            <span class="visually-hidden">さんを外す</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
