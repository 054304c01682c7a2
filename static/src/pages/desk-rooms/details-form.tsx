import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { changeRoom, loadThemes } from "../../api/room-desk";
import type { RoomDetailsInput } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { DetailsFields } from "../collaboration/details-fields";
import type { RoomChangeProps } from "./desk-room-page";

/** R24: the city corrects what a room is called, is for, and who takes part. */
export function RoomDetailsForm({ room, onChanged }: RoomChangeProps) {
  const [fields, setFields] = useState<RoomDetailsInput>({
    name: room.name,
    purpose: room.purpose,
    theme_id: room.theme_id,
    scope: room.scope,
    visibility: room.visibility,
  });
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
      if (data) onChanged(data, "部屋の名前や目的を変えました。参加者にも伝わります。");
    });

  return (
    <details class="card">
      <summary>名前や目的を直す</summary>
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
          onFields={(changed) => setFields({ ...fields, ...changed })}
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
        </div>
      </form>
    </details>
  );
}
