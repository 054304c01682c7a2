import type { PasswordCondition } from "./password-conditions";

/** The conditions of a new password, ticked off while it is typed. */
export function Conditions({ id, conditions }: { id: string; conditions: PasswordCondition[] }) {
  return (
    <ul class="conditions" id={id} aria-label="パスワードの条件">
      {conditions.map((condition) => (
        <li key={condition.text} class={condition.met ? "conditions__met" : ""}>
          {condition.text}
          <span class="visually-hidden">{condition.met ? "(満たしています)" : "(まだです)"}</span>
        </li>
      ))}
    </ul>
  );
}
