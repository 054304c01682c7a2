import { type Message, type Reaction, setReaction } from "../../api/messages";
import { REACTIONS } from "../../city/message-words";
import { Disclosure } from "./disclosure";
import type { Change } from "./use-change";

interface ReactionsProps {
  room: number;
  message: Message;
  change: Change;
  readOnly: boolean;
}

/** A reaction that this page is too old to know is shown by its name. */
const words = (reaction: Reaction) => REACTIONS[reaction] ?? { label: reaction, sign: "" };

/** The short answers that a message got; a press on one adds or takes back one's own. */
export function Reactions({ room, message, change, readOnly }: ReactionsProps) {
  if (message.reactions.length === 0) return null;
  return (
    <ul class="message__reactions" aria-label="リアクション">
      {message.reactions.map(({ reaction, count, mine }) => {
        const { label, sign } = words(reaction);
        const text = (
          <>
            <span aria-hidden="true">{sign}</span> {label} {count}
            <span class="visually-hidden">人</span>
          </>
        );
        return (
          <li key={reaction}>
            {readOnly ? (
              <span class="message__reaction">{text}</span>
            ) : (
              <button
                type="button"
                class="message__reaction"
                aria-pressed={mine}
                onClick={() => void change.make(() => setReaction(room, message.message_id, reaction, !mine))}
              >
                {text}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** All that can be given, behind one button. */
export function ReactionChoice({ room, message, change }: Omit<ReactionsProps, "readOnly">) {
  const mine = new Set(message.reactions.filter((each) => each.mine).map((each) => each.reaction));
  return (
    <Disclosure label="リアクション">
      {(close) =>
        (Object.keys(REACTIONS) as Reaction[]).map((reaction) => (
          <button
            key={reaction}
            type="button"
            aria-pressed={mine.has(reaction)}
            onClick={() => {
              close();
              void change.make(() => setReaction(room, message.message_id, reaction, !mine.has(reaction)));
            }}
          >
            <span aria-hidden="true">{words(reaction).sign}</span> {words(reaction).label}
          </button>
        ))
      }
    </Disclosure>
  );
}
