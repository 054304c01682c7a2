import type { CareTeamNoticeInput } from "../../api/support";
import { wareki } from "../../dates/wareki";
import { ApplicantFacts, PeopleTable } from "./content-parts";

interface Form8Props {
  content: CareTeamNoticeInput;
  /** A clerk who typed it in is not in the room. */
  isMember: boolean;
}

/** A change of a team, as it was filed. */
export function Form8Content({ content, isMember }: Form8Props) {
  const added = content.changes.filter(({ change }) => change === "add");
  const removed = content.changes.filter(({ change }) => change === "remove");
  const day = { heading: "いつから", of: (at: { on: string }) => wareki(at.on) };
  return (
    <>
      <ApplicantFacts applicant={content.applicant} />
      <section class="card" aria-labelledby="changes">
        <h2 id="changes">担当者の変更(様式第8号)</h2>
        {isMember && content.room_id !== null && (
          <p class="no-print">
            <a href={`/rooms/${content.room_id}`}>この届出の部屋を開く</a>
          </p>
        )}
        {removed.length > 0 && <PeopleTable caption="外す人" people={removed} day={day} />}
        {added.length > 0 && <PeopleTable caption="加える人" people={added} day={day} />}
        {content.reason && (
          <>
            <h3>理由</h3>
            <p class="pre-line">{content.reason}</p>
          </>
        )}
      </section>
    </>
  );
}
