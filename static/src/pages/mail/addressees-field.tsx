import { useState } from "preact/hooks";
import { type Desk, findRecipients, type MailPerson } from "../../api/mail";
import { DESKS } from "../../city/names";
import { TextField } from "../../interface/field";
import { Addressees, FoundPeople, useFoundPeople } from "../writing/people-choice";
import type { Letter } from "./letter";

interface AddresseesFieldProps {
  letter: Letter;
  me: number;
  onChange: (part: Partial<Letter>) => void;
  error: string | undefined;
}

const find = async (q: string) => {
  const { data, problem } = await findRecipients(q);
  // The same as a person of a room, whose reading is not shown here either.
  const person = (one: MailPerson) => ({ ...one, kana: "" });
  return data ? { data: { items: data.people.map(person) } } : { problem };
};

/** To whom: people by name or organization, and the two desks. */
export function AddresseesField({ letter, me, onChange, error }: AddresseesFieldProps) {
  const [typed, setTyped] = useState("");
  const found = useFoundPeople(typed.trim() === "" ? null : typed.trim(), find);
  const chosen = new Set(letter.to.map((person) => person.user_id));
  const rest = (found ?? []).filter((person) => person.user_id !== me && !chosen.has(person.user_id));
  const toggle = (desk: Desk) =>
    onChange({
      desks: letter.desks.includes(desk)
        ? letter.desks.filter((one) => one !== desk)
        : [...letter.desks, desk],
    });
  return (
    <div class="stack">
      <TextField
        id="to"
        label="宛先"
        type="search"
        hint="氏名・ふりがな・団体名の一部で探して、選んでください。"
        value={typed}
        onValue={setTyped}
        error={error}
      />
      <Addressees
        people={letter.to}
        onRemove={(person) => onChange({ to: letter.to.filter((one) => one.user_id !== person.user_id) })}
      />
      <p role="status" class="hint status-line">
        {typed.trim() !== "" &&
          (found === null ? "探しています…" : rest.length === 0 ? "当てはまる人はいません。" : "")}
      </p>
      <FoundPeople
        people={rest}
        onTake={(person) => {
          onChange({ to: [...letter.to, person] });
          setTyped("");
        }}
      />
      <fieldset class="field">
        <legend>窓口に送る</legend>
        {(Object.keys(DESKS) as Desk[]).map((desk) => (
          <label key={desk} class="check">
            <input type="checkbox" checked={letter.desks.includes(desk)} onChange={() => toggle(desk)} />
            {DESKS[desk].short}({DESKS[desk].name})
          </label>
        ))}
      </fieldset>
    </div>
  );
}
