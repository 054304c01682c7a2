import type { Message } from "../../api/messages";
import { linkedPieces } from "./links";

/** What was written, as it was typed: line breaks stay, addresses can be followed. */
export function MessageBody({ body }: { body: string }) {
  return (
    <p class="message__body">
      {linkedPieces(body).map((piece, at) =>
        piece.href ? (
          <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer">
            {piece.text}
            <span class="visually-hidden">(別の画面で開きます)</span>
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

interface QuoteProps {
  quote: NonNullable<Message["reply_to"]>;
  onJump: (message: number) => void;
}

/** The beginning of what a message answers; a press goes there. */
export function Quote({ quote, onJump }: QuoteProps) {
  return (
    <button type="button" class="message__quote" onClick={() => onJump(quote.message_id)}>
      <span class="visually-hidden">返信先: </span>
      <strong>{quote.author_name}</strong> {quote.excerpt ?? "取り消された書き込み"}
    </button>
  );
}

/** Who is addressed, and under which tags it stands (R28). */
export function Labels({ message }: { message: Pick<Message, "mentions" | "tags"> }) {
  const { mentions, tags } = message;
  if (mentions.length + tags.length === 0) return null;
  return (
    <ul class="message__labels">
      {mentions.map((person) => (
        <li key={`person-${person.user_id}`}>
          <span class="visually-hidden">宛先: </span>@{person.name}
        </li>
      ))}
      {tags.map((tag) => (
        <li key={`tag-${tag.tag_id}`}>
          <span class="visually-hidden">タグ: </span>#{tag.name}
        </li>
      ))}
    </ul>
  );
}
