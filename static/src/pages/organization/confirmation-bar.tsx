import { useState } from "preact/hooks";
import type { OrganizationPerson } from "../../api/types";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";

const NAMES_SHOWN_MAX = 10;

interface ConfirmationBarProps {
  chosenPeople: OrganizationPerson[];
  sending: boolean;
  confirm: (people: OrganizationPerson[]) => Promise<void>;
}

/** Confirms all chosen grants after one question. */
export function ConfirmationBar({ chosenPeople, sending, confirm }: ConfirmationBarProps) {
  const [asking, setAsking] = useState(false);
  if (chosenPeople.length === 0 && !asking) return null;
  return (
    <div class="bar bar--sticky no-print">
      <div class="row row--apart">
        <p role="status">{chosenPeople.length}人を選んでいます</p>
        <div class="actions">
          <Button
            kind="primary"
            disabled={chosenPeople.length === 0}
            sending={sending}
            onClick={() => setAsking(true)}
          >
            まとめて確認する
          </Button>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        heading={`${chosenPeople.length}人の登録を確認しますか`}
        confirm="確認済みにする"
        sending={sending}
        onConfirm={async () => {
          await confirm(chosenPeople);
          setAsking(false);
        }}
        onCancel={() => setAsking(false)}
      >
        <p>氏名、職種、ログインIDが申請したとおりか確かめてください。</p>
        <ul>
          {chosenPeople.slice(0, NAMES_SHOWN_MAX).map((person) => (
            <li key={person.user_id}>{person.name}</li>
          ))}
          {chosenPeople.length > NAMES_SHOWN_MAX && <li>ほか{chosenPeople.length - NAMES_SHOWN_MAX}人</li>}
        </ul>
      </ConfirmDialog>
    </div>
  );
}
