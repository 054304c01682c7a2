import { useId, useState } from "preact/hooks";
import type { Wish, WishGroup } from "../../api/types";
import { wareki } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { focusSoon } from "../../interface/focus-soon";
import { Badge } from "../../interface/status-badge";
import { AnswerForm } from "./answer-form";

/** One wording; once answered it stays in place until the page is left, so that the answer can be read again. */
export function WishCard({ group }: { group: WishGroup }) {
  const [sent, setSent] = useState<Wish | null>(null);
  const [rewriting, setRewriting] = useState(false);
  const id = useId();
  const wish = sent ?? group;
  const isOpen = rewriting || wish.answered_at === null;
  const close = () => {
    setRewriting(false);
    focusSoon(`${id}-heading`);
  };

  return (
    <article class="card" aria-labelledby={`${id}-heading`}>
      <div class="stack">
        <h2 id={`${id}-heading`} tabIndex={-1}>
          {wish.wording}
        </h2>
        <p class="row">
          <Badge>{wish.wishes}人の要望</Badge>
          {wish.tag_id !== null && <Badge kind="done">タグを作りました</Badge>}
          <span class="hint">{period(wish)}</span>
        </p>
      </div>
      <Reasons reasons={group.reasons} />
      <div role="status" class="status-line">
        {sent && (
          <p class="notice-box notice-box--success">
            <strong>回答を送りました。</strong>
          </p>
        )}
      </div>
      {wish.answer && <Answer wish={wish} />}
      {isOpen && (
        <AnswerForm
          wish={wish}
          onAnswered={(answered) => {
            setSent(answered);
            close();
          }}
          {...(rewriting ? { onCancel: close } : {})}
        />
      )}
      {!isOpen && (
        <div class="actions">
          <Button small onClick={() => setRewriting(true)}>
            回答を書き直す<span class="visually-hidden">({wish.wording})</span>
          </Button>
        </div>
      )}
    </article>
  );
}

function period({ first_at, last_at }: Wish): string {
  const [first, last] = [wareki(first_at), wareki(last_at)];
  return first === last ? first : `${first}から${last}まで`;
}

function Reasons({ reasons }: { reasons: string[] }) {
  if (reasons.length === 0) return <p class="quiet">理由は書かれていません。</p>;
  return (
    <div>
      <h3>理由</h3>
      <ul>
        {[...new Set(reasons)].map((reason) => (
          <li key={reason} class="pre-line">
            {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** After a further wish for the same wording the answer is there and the group waits again. */
function Answer({ wish }: { wish: Wish }) {
  return (
    <div>
      <h3>{wish.answered_at ? `回答 ${wareki(wish.answered_at)}` : "前の回答"}</h3>
      <blockquote class="history__note">{wish.answer}</blockquote>
      {!wish.answered_at && (
        <p class="hint">この回答のあとで、別の人から同じ要望が届きました。もう一度答えてください。</p>
      )}
    </div>
  );
}
