import { useEffect, useMemo, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { loadThemes } from "../../api/room-desk";
import type { Me, RoomTheme } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { labelled } from "../../interface/labelled";
import { DetailsFields } from "../collaboration/details-fields";
import { FilerPart } from "../collaboration/filer-part";
import { labelOfRoomForm } from "../collaboration/labels";
import { PeoplePart } from "../collaboration/people-part";
import { keepEnter } from "../support-room-form/support-room-form";
import { blanksIn, type RoomFields } from "./fields";
import { ReviewDialog } from "./review-dialog";
import { RulesPart } from "./rules-part";

const PARTICIPANTS_MAX = 100;

interface RoomFormProps {
  me: Me;
  fields: RoomFields;
  onFields: (fields: RoomFields) => void;
  problem: Problem | null;
  submit: string;
  sending: boolean;
  onSubmit: () => void;
}

/** The application to open a room; the themes are the city's. */
export function RoomForm(props: RoomFormProps) {
  const themes = useLoaded("themes", () => loadThemes());
  if (themes.problem) return <Failure problem={themes.problem} onRetry={() => void themes.reload()} />;
  if (!themes.data) return <Loading what="申請書" />;
  return <LoadedForm {...props} themes={themes.data.items} />;
}

function LoadedForm({ themes, ...props }: RoomFormProps & { themes: RoomTheme[] }) {
  const { fields } = props;
  const [blanks, setBlanks] = useState<Problem | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const [confirmed, setConfirmed] = useState(0);
  const problem = blanks ?? props.problem;
  // The names are those that were sent; the summary takes the focus when it changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not when a line is edited
  const summary = useMemo(() => {
    const names = fields.participants.map(({ name }) => name);
    return labelled(problem, (field) => labelOfRoomForm(field, names));
  }, [problem]);
  // Sent when the dialog is closed and has given the focus back: a refusal takes it then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each confirmation
  useEffect(() => {
    if (confirmed > 0) props.onSubmit();
  }, [confirmed]);
  const nameInUse = problem?.errors.some(({ code }) => code === "name_in_use");
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = blanksIn(fields);
        setBlanks(found);
        setReviewing(found === null);
      }}
      onKeyDown={keepEnter}
    >
      <Refusal problem={summary} fieldId={idOnPage}>
        {nameInUse && (
          <p>
            <a href={`/rooms/find?query=${encodeURIComponent(fields.name.trim())}`}>この名前の部屋を探す</a>
          </p>
        )}
      </Refusal>
      <Parts {...props} problem={problem} themes={themes} />
      <div class="actions">
        <Button kind="primary" type="submit" sending={props.sending}>
          {props.submit}
        </Button>
      </div>
      <ReviewDialog
        open={reviewing}
        fields={fields}
        theme={themes.find((theme) => theme.theme_id === fields.theme_id)?.name ?? ""}
        onConfirm={() => {
          setReviewing(false);
          setConfirmed(confirmed + 1);
        }}
        onCancel={() => setReviewing(false)}
      />
    </form>
  );
}

function Parts({ me, fields, onFields, problem, themes }: RoomFormProps & { themes: RoomTheme[] }) {
  return (
    <>
      <FilerPart
        legend="1 申請する人"
        applicant={fields.applicant}
        onApplicant={(applicant) => onFields({ ...fields, applicant })}
        problem={problem}
      />
      <fieldset class="group">
        <legend>2 部屋</legend>
        <DetailsFields
          fields={fields}
          onFields={(changed) => onFields({ ...fields, ...changed })}
          themes={themes}
          problem={problem}
        />
      </fieldset>
      <fieldset class="group">
        <legend>3 はじめから参加する人</legend>
        <PeoplePart
          me={me}
          heading="申請する人のほかに参加する人"
          path="participants"
          max={PARTICIPANTS_MAX}
          people={fields.participants}
          onPeople={(participants) => onFields({ ...fields, participants })}
          problem={problem}
        >
          <p class="hint">
            申請する人は、部屋が開いたときから参加します。目的に必要な人に限って、{PARTICIPANTS_MAX}
            人まで加えられます。あとから参加を申請することもできます。
          </p>
        </PeoplePart>
      </fieldset>
      <RulesPart
        accepted={fields.rules_accepted}
        onAccepted={(rules_accepted) => onFields({ ...fields, rules_accepted })}
        problem={problem}
      />
    </>
  );
}
