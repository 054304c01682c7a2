import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { RoomPersonInput } from "../../api/rooms";
import type { Me } from "../../api/types";
import { errorOf } from "../../interface/answers";
import { Button } from "../../interface/button";
import { errorTextUnder, idOf } from "../../interface/error-fields";
import { focusSoon } from "../../interface/focus-soon";
import { memberOfMe } from "../care-team/member-inputs";
import { MemberPicker } from "../care-team/member-picker";
import { chosenIds, personOf, withoutPerson, withPerson } from "./chosen-people";

interface PeoplePartProps {
  /** The field of the API, which errors name: `participants`. */
  path: "participants" | "people";
  legend: string;
  empty: string;
  me: Me;
  people: RoomPersonInput[];
  onPeople: (people: RoomPersonInput[]) => void;
  problem: Problem | null;
  /** Whether others than oneself can be named. */
  others?: boolean;
  /** Whether oneself can be named: who opens a room takes part anyway. */
  oneself?: boolean;
}

/** The people whom a form about a room names, several at once, from the directory. */
export function PeoplePart(props: PeoplePartProps) {
  const { path, legend, me, people, onPeople, problem, others = true, oneself = true } = props;
  const [message, setMessage] = useState("");
  const heading = `${path}-heading`;
  const error = errorOf(problem, path);
  const add = (person: RoomPersonInput) => {
    onPeople(withPerson(people, person));
    setMessage(`${person.name}さんを加えました。`);
  };
  const remove = (person: RoomPersonInput) => {
    onPeople(withoutPerson(people, person));
    setMessage(`${person.name}さんを取り消しました。`);
    focusSoon(heading);
  };
  const chosen = chosenIds(people);
  if (!oneself) chosen.add(me.user_id);
  return (
    <fieldset class="group" id={idOf(path)} tabIndex={-1}>
      <legend>{legend}</legend>
      {error && <p class="error">{error}</p>}
      <h3 id={heading} tabIndex={-1}>
        選んだ人({people.length}人)
      </h3>
      {people.length === 0 && <p class="quiet">{props.empty}</p>}
      {people.map((person, at) => (
        <ChosenPerson
          key={`${person.user_id}-${person.login_id}`}
          path={`${path}[${at}]`}
          person={person}
          problem={problem}
          onRemove={() => remove(person)}
        />
      ))}
      <p role="status" class="hint status-line">
        {message}
      </p>
      {others && (
        <MemberPicker
          me={me}
          chosen={chosen}
          onAdd={(member) => add(personOf(member))}
          self={oneself ? memberOfMe(me) : undefined}
          accountsOnly
        />
      )}
      {!others && !chosen.has(me.user_id) && (
        <div class="actions">
          <Button small onClick={() => add(personOf(memberOfMe(me)))}>
            自分({me.name})を加える
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface ChosenPersonProps {
  path: string;
  person: RoomPersonInput;
  problem: Problem | null;
  onRemove: () => void;
}

function ChosenPerson({ path, person, problem, onRemove }: ChosenPersonProps) {
  const error = errorTextUnder(problem, path);
  return (
    <div class={error ? "member field--invalid" : "member"} id={idOf(path)} tabIndex={-1}>
      <p>
        <strong>{person.name}</strong>
        {person.login_id && <span class="kana">ログインID {person.login_id}</span>}
        {error && <span class="error">{error}</span>}
      </p>
      <Button small onClick={onRemove}>
        取り消す<span class="visually-hidden">({person.name})</span>
      </Button>
    </div>
  );
}
