import { useState } from "preact/hooks";
import { decideIdentity } from "../../api/support-desk";
import type { SimilarRegistrant, SupportRoomApplication } from "../../api/types";
import { wareki } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Badge } from "../../interface/status-badge";
import { joinsOpenRoom } from "./hindrances";
import { sameness } from "./identity";
import { useCheck } from "./use-check";

interface IdentityProps {
  detail: SupportRoomApplication;
  onChanged: (detail: SupportRoomApplication) => void;
}

/** One registrant, one record: whoever is registered already must not be registered a second time. */
export function IdentityBox({ detail, onChanged }: IdentityProps) {
  const { identity, similar } = detail;
  const joins = joinsOpenRoom(detail);
  const undecided = similar.length > 0 && !identity.decided;
  return (
    <section class="card" aria-labelledby="identity">
      <div class="row">
        <h2 id="identity" tabIndex={-1}>
          同じ登録者がいないか
        </h2>
        {undecided ? (
          <Badge kind="soon">まだ確かめていません</Badge>
        ) : (
          <Badge kind="done">{similar.length > 0 ? "確かめました" : "似た登録者はいません"}</Badge>
        )}
      </div>
      {similar.length === 0 ? (
        <p>生年月日が同じで、ふりがなが同じか近い登録者は見つかりませんでした。</p>
      ) : (
        <SimilarForm detail={detail} onChanged={onChanged} />
      )}
      {joins && (
        <p class="notice-box">
          この方の部屋は開いています。受理すると、その部屋に同意書と担当者が加わります。新しい部屋は開きません。
        </p>
      )}
    </section>
  );
}

type Choice = number | "other" | null;

function SimilarForm({ detail, onChanged }: IdentityProps) {
  const { identity, similar } = detail;
  const { registrant } = detail.content;
  const [choice, setChoice] = useState<Choice>(identity.decided ? (identity.registrant_id ?? "other") : null);
  const [missing, setMissing] = useState<string>();
  const { problem, message, sending, record } = useCheck(onChanged);

  const submit = () => {
    setMissing(choice === null ? "同じ方か、別の方かを選んでください。" : undefined);
    if (choice === null) {
      document.getElementById("identity-other")?.focus();
      return;
    }
    void record(
      () => decideIdentity(detail.receipt_number, choice === "other" ? null : choice),
      choice === "other" ? "別の方として記録しました。" : "同じ方として記録しました。",
    );
  };

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>よく似た方がすでに登録されています。見比べて、同じ方かどうかを選んでください。</p>
      <Refusal problem={problem} fieldId={() => "identity-other"} />
      <fieldset class={missing ? "field field--invalid" : "field"}>
        <legend class="visually-hidden">同じ方かどうか</legend>
        {missing && <p class="error">{missing}</p>}
        <SimilarTable
          registrant={registrant}
          similar={similar}
          choice={choice}
          onChoice={(registrantId) => setChoice(registrantId)}
        />
        <label class="check check--boxed">
          <input
            type="radio"
            name="identity"
            id="identity-other"
            checked={choice === "other"}
            onChange={() => setChoice("other")}
          />
          別の方(新しい登録者として登録する)
        </label>
      </fieldset>
      <div class="row no-print">
        <Button type="submit" sending={sending}>
          この選択を記録する
        </Button>
        <p role="status" class="status-line hint">
          {message}
        </p>
      </div>
    </form>
  );
}

interface SimilarTableProps {
  registrant: SupportRoomApplication["content"]["registrant"];
  similar: SimilarRegistrant[];
  choice: Choice;
  onChoice: (registrantId: number) => void;
}

function SimilarTable({ registrant, similar, choice, onChoice }: SimilarTableProps) {
  return (
    <table class="list similar">
      <caption class="visually-hidden">この申請の方と、似た登録者</caption>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">生年月日</th>
          <th scope="col">住所</th>
          <th scope="col">部屋</th>
          <th scope="col" class="no-print">
            選ぶ
          </th>
        </tr>
      </thead>
      <tbody>
        <tr class="similar__applied">
          <th scope="row">
            {registrant.name}
            <span class="kana">{registrant.kana}</span>
          </th>
          <td data-label="生年月日">{wareki(registrant.birth_date)}</td>
          <td data-label="住所">{registrant.address}</td>
          <td data-label="部屋" class="similar__room">
            この申請
          </td>
          <td class="no-print" />
        </tr>
        {similar.map((each) => (
          <SimilarRow
            key={each.registrant_id}
            registrant={registrant}
            similar={each}
            chosen={choice === each.registrant_id}
            onChoice={() => onChoice(each.registrant_id)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface SimilarRowProps {
  registrant: SimilarTableProps["registrant"];
  similar: SimilarRegistrant;
  chosen: boolean;
  onChoice: () => void;
}

function SimilarRow({ registrant, similar, chosen, onChoice }: SimilarRowProps) {
  const same = sameness(registrant, similar);
  return (
    <tr class={chosen ? "similar__chosen" : ""}>
      <th scope="row">
        <a href={`/desk/registrants/${similar.registrant_id}`}>{similar.name}</a>
        <span class="kana">
          {similar.kana} <Same same={same.kana} />
        </span>
      </th>
      <td data-label="生年月日">
        {wareki(similar.birth_date)} <Same same={same.birthDate} />
      </td>
      <td data-label="住所">
        {similar.address} <Same same={same.address} />
      </td>
      <td data-label="部屋" class="similar__room">
        {similar.room_open ? "開いています" : similar.room_id === null ? "ありません" : "閉じています"}
      </td>
      <td class="no-print similar__choice">
        <label class="check">
          <input type="radio" name="identity" checked={chosen} onChange={onChoice} />
          同じ方(この登録者にまとめる)
          <span class="visually-hidden">
            {similar.name} {similar.registrant_id}
          </span>
        </label>
      </td>
    </tr>
  );
}

/** Not by colour alone, and also for those who hear the page. */
function Same({ same }: { same: boolean }) {
  return <Badge kind={same ? "done" : "quiet"}>{same ? "申請と同じ" : "申請と違う"}</Badge>;
}
