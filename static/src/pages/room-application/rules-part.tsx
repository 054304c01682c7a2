import type { Problem } from "../../api/problem";
import { ROOM_RULES } from "../../city/room-words";
import { errorOf } from "../../interface/answers";

interface RulesPartProps {
  accepted: boolean;
  onAccepted: (accepted: boolean) => void;
  problem: Problem | null;
}

/** R23: whoever applies accepts the rules of such rooms. */
export function RulesPart({ accepted, onAccepted, problem }: RulesPartProps) {
  const error = errorOf(problem, "rules_accepted");
  return (
    <fieldset class="group">
      <legend>4 ルール</legend>
      <ul id="rules">
        {ROOM_RULES.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <div class={error ? "field field--invalid" : "field"}>
        {error && (
          <p class="error" id="rules_accepted-error">
            {error}
          </p>
        )}
        <label class="check check--boxed">
          <input
            id="rules_accepted"
            type="checkbox"
            checked={accepted}
            aria-required="true"
            aria-invalid={error ? "true" : undefined}
            aria-describedby={error ? "rules rules_accepted-error" : "rules"}
            onChange={() => onAccepted(!accepted)}
          />
          上のルールをすべて守ります
        </label>
      </div>
    </fieldset>
  );
}
