import type { RoomExport } from "../../api/message-search";
import type { Message } from "../../api/messages";
import { PROFESSIONS, word } from "../../city/words";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { EmptyState } from "../../interface/answers";

/** The paper: who took it out, when, what of the room, and each message with its author (A4). */
export function Sheet({ sheet }: { sheet: RoomExport }) {
  const { from, to, items } = sheet;
  return (
    <article class="sheet export" aria-labelledby="export-title">
      <h2 id="export-title">{sheet.room_name}</h2>
      <dl class="facts">
        <dt>期間</dt>
        <dd>
          {from ? wareki(from) : "はじめ"}から{to ? wareki(to) : wareki(sheet.exported_at)}まで(
          {items.length}件)
        </dd>
        <dt>書き出した人</dt>
        <dd>
          {sheet.exported_by} <time dateTime={sheet.exported_at}>{warekiWithTime(sheet.exported_at)}</time>
        </dd>
      </dl>
      {items.length === 0 && <EmptyState title="この期間の書き込みはありません" />}
      <ol class="export__messages">
        {items.map((message) => (
          <Line key={message.message_id} message={message} />
        ))}
      </ol>
      <p class="export__end">個人情報が含まれています。使い終わったら、確実に処分してください。</p>
    </article>
  );
}

function Line({ message }: { message: Message }) {
  const { author, reply_to: reply, confirm, files, tags } = message;
  return (
    <li>
      <p>
        <time dateTime={message.at}>{warekiWithTime(message.at)}</time> <strong>{author.name}</strong>(
        {word(PROFESSIONS, author.profession)} ・ {author.organization_name})
        {message.edited_at && ` ${warekiWithTime(message.edited_at)}に編集`}
      </p>
      {reply && (
        <p class="export__reply">
          {reply.author_name}さんへの返信: {reply.excerpt ?? "取り消された書き込み"}
        </p>
      )}
      {message.body && <p class="pre-line">{message.body}</p>}
      <p class="export__about">
        {tags.length > 0 && `タグ: ${tags.map((tag) => tag.name).join("、")} `}
        {files.length > 0 && `添付: ${files.map((file) => file.name).join("、")} `}
        {confirm && `了解: ${confirm.asked_count}人のうち${confirm.confirmed_count}人`}
      </p>
    </li>
  );
}
