import { useEffect, useRef, useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import { findPeople, type RoomPerson } from "../../api/messages";
import { PROFESSIONS, word } from "../../city/words";
import { Button } from "../../interface/button";
import { TextField } from "../../interface/field";
import type { Addressee } from "./writing";

const DELAY_MILLISECONDS = 250;

type FindPeople = (name: string) => Promise<Asked<{ items: RoomPerson[] }>>;

/** The people whose name begins so; null while they are being looked for, or when nobody is. */
export function useFoundPeople(name: string | null, find: FindPeople): RoomPerson[] | null {
  const [found, setFound] = useState<RoomPerson[] | null>(null);
  const findNow = useRef(find);
  findNow.current = find;
  useEffect(() => {
    setFound(null);
    if (name === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { data } = await findNow.current(name);
      if (current) setFound(data?.items ?? []);
    }, DELAY_MILLISECONDS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [name]);
  return found;
}

/** The people of one room. */
export function usePeople(room: number, name: string | null): RoomPerson[] | null {
  return useFoundPeople(name, (name) => findPeople(room, name));
}

interface FoundPeopleProps {
  people: RoomPerson[];
  onTake: (person: Addressee) => void;
}

export function FoundPeople({ people, onTake }: FoundPeopleProps) {
  if (people.length === 0) return null;
  return (
    <ul class="found writing__found" aria-label="見つかった人">
      {people.map((person) => (
        <li key={person.user_id}>
          <button
            type="button"
            class="link-button"
            onClick={() => onTake({ user_id: person.user_id, name: person.name })}
          >
            {person.name}
            <span class="hint">
              {word(PROFESSIONS, person.profession)} ・ {person.organization_name}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
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
      <FoundPeople people={rest} onTake={(person) => onChosen([...chosen, person])} />
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
