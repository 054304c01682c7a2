import type { KindChoice, NotificationChannel, Timing } from "../../api/notifications";
import { NOTIFICATION_CHANNELS, NOTIFICATION_KINDS, TIMINGS } from "../../city/notification-words";
import { choices as choicesOf, word } from "../../city/words";

const CHANNELS = ["email", "push"] as const satisfies readonly NotificationChannel[];

interface ChoiceTableProps {
  choices: KindChoice[];
  onChoices: (choices: KindChoice[]) => void;
}

/** For each kind of thing: by e-mail, by push, at once or as a summary. */
export function ChoiceTable({ choices, onChoices }: ChoiceTableProps) {
  const set = (changed: KindChoice) =>
    onChoices(choices.map((choice) => (choice.kind === changed.kind ? changed : choice)));
  return (
    <table class="list">
      <caption class="visually-hidden">お知らせの種類ごとの受け取り方</caption>
      <thead>
        <tr>
          <th scope="col">お知らせ</th>
          {CHANNELS.map((channel) => (
            <th key={channel} scope="col">
              {NOTIFICATION_CHANNELS[channel]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choices.map((choice) => (
          <tr key={choice.kind}>
            <th scope="row">{word(NOTIFICATION_KINDS, choice.kind)}</th>
            {CHANNELS.map((channel) => (
              <td key={channel} data-label={NOTIFICATION_CHANNELS[channel]}>
                <select
                  aria-label={`${word(NOTIFICATION_KINDS, choice.kind)}: ${NOTIFICATION_CHANNELS[channel]}`}
                  value={choice[channel]}
                  onChange={(event) => set({ ...choice, [channel]: event.currentTarget.value as Timing })}
                >
                  {choicesOf(TIMINGS).map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
