import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { changeRoom, loadThemes } from "../../api/room-desk";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { focusSoon } from "../../interface/focus-soon";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { useKeptNote } from "../../session/kept-note";
import { DetailsFields } from "../collaboration/details-fields";
import type { RoomChangeProps } from "./desk-room-page";
import { typedDetails } from "./typed-details";

const SUMMARY = "room-details";

/** R24: the city corrects what a room is called, is for, and who takes part. */
export function RoomDetailsForm({ room, onChanged }: RoomChangeProps) {
  const [kept, keep] = useKeptNote(`room-details-${room.room_id}`);
  const fields = typedDetails(room, kept);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const themes = useLoaded("themes", () => loadThemes());
  const freshly = useFreshSignIn();
  // A room keeps its theme when that is no longer offered.
  const offered = themes.data?.items ?? [];
  const own = room.theme_id !== null && !offered.some((theme) => theme.theme_id === room.theme_id);

  const submit = () =>
    send(async () => {
      const { data, problem } = await freshly(() => changeRoom(room.room_id, fields));
      setProblem(problem ?? null);
      if (!data) return;
      keep("");
      onChanged(data, "部屋の名前や目的を変えました。参加者にも伝わります。");
    });
  const discard = () => {
    keep("");
    setProblem(null);
    focusSoon(SUMMARY);
  };

  return (
    <details class="card" open={kept !== ""}>
      <summary id={SUMMARY}>名前や目的を直す</summary>
      <form
        class="sheet"
        noValidate
        aria-label="部屋の名前や目的"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Refusal problem={problem} fieldId={(field) => field} />
        <DetailsFields
          fields={fields}
          onFields={(changed) => keep(JSON.stringify({ ...fields, ...changed }))}
          themes={
            own && room.theme_id !== null
              ? [...offered, { theme_id: room.theme_id, name: room.theme_name ?? "", retired_at: null }]
              : offered
          }
          problem={problem}
        />
        <div class="actions">
          <Button kind="primary" type="submit" sending={sending}>
            この内容に変える
          </Button>
          {kept && (
            <Button disabled={sending} onClick={discard}>
              直すのをやめる
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
