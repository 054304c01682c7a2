import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import type { MemberInput } from "../../api/support";
import type { Me } from "../../api/types";
import { PROFESSIONS, word } from "../../city/words";
import { errorOf } from "../../interface/answers";
import { Button } from "../../interface/button";
import { errorTextUnder, idOf } from "../../interface/error-fields";
import { focusSoon } from "../../interface/focus-soon";
import { memberOfMe } from "../care-team/member-inputs";
import { MemberPicker } from "../care-team/member-picker";
import type { ChosenOrganization } from "../desk/organization-field";
import { type ChosenPerson, numbersOf, withPeople } from "./people";

interface PeoplePartProps {
  me: Me;
  /** 参加する人 */
  heading: string;
  /** The path of the list in the API: `participants`. */
  path: string;
  max: number;
  people: ChosenPerson[];
  onPeople: (people: ChosenPerson[]) => void;
  problem: Problem | null;
  /** Whether the person at the screen can be one of them. */
  withMe?: boolean;
  within?: ChosenOrganization | undefined;
  children?: ComponentChildren;
}

/** Several people with an account, found in the directory. */
export function PeoplePart(props: PeoplePartProps) {
  const { me, heading, path, people, onPeople, problem } = props;
  const [message, setMessage] = useState("");
  const chosen = numbersOf(people);
  // Who opens a room takes part anyway.
  if (!props.withMe) chosen.add(me.user_id);
  const headingId = `${idOf(path)}-heading`;
  const error = errorOf(problem, path);
  const add = (members: MemberInput[]) => {
    const added = withPeople(people, members, props.max);
    if (added.people.length > people.length) onPeople(added.people);
    setMessage(added.message);
  };
  const remove = (person: ChosenPerson) => {
    onPeople(people.filter((each) => each !== person));
    setMessage(`${person.name}を外しました。今は${people.length - 1}人です。`);
    // The button that was pressed is gone.
    focusSoon(headingId);
  };
  return (
    <>
      <h3 id={headingId} tabIndex={-1}>
        {heading}({people.length}人)
      </h3>
      {props.children}
      <div class="stack" id={idOf(path)} tabIndex={-1}>
        {error && <p class="error">{error}</p>}
        {people.length === 0 && <p class="quiet">まだだれも選んでいません。下の名簿から加えてください。</p>}
        {people.map((person, at) => (
          <PersonLine
            key={person.user_id ?? person.login_id}
            id={idOf(`${path}[${at}]`)}
            person={person}
            error={errorTextUnder(problem, `${path}[${at}]`)}
            onRemove={() => remove(person)}
          />
        ))}
      </div>
      <p role="status" class="hint status-line">
        {message}
      </p>
      <MemberPicker
        me={me}
        chosen={chosen}
        onAdd={(member) => add([member])}
        onAddAll={add}
        self={props.withMe ? memberOfMe(me) : undefined}
        within={props.within}
      />
    </>
  );
}

interface PersonLineProps {
  id: string;
  person: ChosenPerson;
  error: string | undefined;
  onRemove?: () => void;
}

/** One of the people, with the way out of the list. */
export function PersonLine({ id, person, error, onRemove }: PersonLineProps) {
  const { profession, organization_name: organization } = person;
  return (
    <div class={error ? "member member--invalid" : "member"} id={id} tabIndex={-1}>
      <p>
        <strong>{person.name}</strong>
        {person.kana && <span class="kana">{person.kana}</span>}
        {profession && <span class="kana">{`${word(PROFESSIONS, profession)} ・ ${organization}`}</span>}
      </p>
      {onRemove ? (
        <Button small onClick={onRemove}>
          外す<span class="visually-hidden">({person.name})</span>
        </Button>
      ) : (
        <span />
      )}
      {error && <p class="error">{error}</p>}
    </div>
  );
}
