import type { PersonOnDevice } from "../../device-key/key-store";
import { formatLoginId, normalizeLoginId } from "../../device-key/login-code";

interface PersonChoiceProps {
  people: PersonOnDevice[];
  loginId: string;
  onChoose: (loginId: string) => void;
}

/** The people who share this device. */
export function PersonChoice({ people, loginId, onChoose }: PersonChoiceProps) {
  return (
    <fieldset class="field">
      <legend>この端末を使う人</legend>
      <div class="people">
        {people.map((person) => (
          <label class="check check--boxed" key={person.login_id}>
            <input
              type="radio"
              name="person"
              checked={normalizeLoginId(loginId) === person.login_id}
              onChange={() => onChoose(formatLoginId(person.login_id))}
            />
            <span>
              {person.name}
              <span class="hint code"> {formatLoginId(person.login_id)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
