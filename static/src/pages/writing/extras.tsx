import { useId, useRef } from "preact/hooks";
import { Button } from "../../interface/button";
import { Addressees, PeopleChoice } from "./people-choice";
import { TagChoice } from "./tag-choice";
import type { Writing } from "./writing";

/** The kinds of file that the server takes; it looks at the content, whatever the name says. */
const ACCEPTED =
  "image/jpeg,image/png,image/gif,image/webp,image/heic,image/heif,application/pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt,.csv";

/** What else a message can carry, each behind its button. */
export type Panel = "mentions" | "tags" | "confirm";

interface ExtrasProps {
  me: number;
  room: number;
  writing: Writing;
  panel: Panel | null;
  onPanel: (panel: Panel | null) => void;
  onChange: (part: Partial<Writing>) => void;
  onFiles: (files: File[]) => void;
}

export function Extras({ me, room, writing, panel, onPanel, onChange, onFiles }: ExtrasProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { mentions, tags, confirm } = writing;
  const counted = (label: string, count: number) => (count > 0 ? `${label}(${count})` : label);
  const panels: [Panel, string][] = [
    ["mentions", counted("宛先", mentions.length)],
    ["tags", counted("タグ", tags.length)],
    ["confirm", confirm === "none" ? "了解を求める" : confirm === "all" ? "了解: 全員" : "了解: 人を指定"],
  ];
  return (
    <>
      <div class="writing__extras">
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          aria-label="写真・ファイルを選ぶ"
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            // The same file may be chosen again after it was taken out.
            event.currentTarget.value = "";
          }}
        />
        <Button small onClick={() => input.current?.click()}>
          写真・ファイル
        </Button>
        {panels.map(([name, label]) => (
          <button
            key={name}
            type="button"
            class="button button--secondary button--small"
            aria-expanded={panel === name}
            aria-controls={`${id}-panel`}
            onClick={() => onPanel(panel === name ? null : name)}
          >
            {label}
          </button>
        ))}
      </div>
      {panel !== "mentions" && (
        <Addressees
          people={mentions}
          onRemove={(person) => onChange({ mentions: mentions.filter((one) => one !== person) })}
        />
      )}
      <div id={`${id}-panel`} class="writing__panel" hidden={panel === null}>
        {panel === "mentions" && (
          <PeopleChoice
            id={`${id}-mentions`}
            room={room}
            label="宛先に加える人"
            me={me}
            chosen={mentions}
            onChosen={(mentions) => onChange({ mentions })}
          />
        )}
        {panel === "tags" && <TagChoice chosen={tags} onChosen={(tags) => onChange({ tags })} />}
        {panel === "confirm" && (
          <ConfirmChoice id={`${id}-confirm`} me={me} room={room} writing={writing} onChange={onChange} />
        )}
      </div>
    </>
  );
}

const ASKED = [
  ["none", "求めない"],
  ["all", "部屋の全員に求める"],
  ["named", "人を選んで求める"],
] as const;

type ConfirmChoiceProps = Pick<ExtrasProps, "me" | "room" | "writing" | "onChange"> & { id: string };

/** R20: of whom 了解 is asked; the message then shows who is missing. */
function ConfirmChoice({ id, me, room, writing, onChange }: ConfirmChoiceProps) {
  return (
    <>
      <fieldset class="field">
        <legend>「了解」を求める</legend>
        {ASKED.map(([value, label]) => (
          <label key={value} class="check">
            <input
              type="radio"
              name={id}
              checked={writing.confirm === value}
              onChange={() => onChange({ confirm: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {writing.confirm === "named" && (
        <PeopleChoice
          id={`${id}-by`}
          room={room}
          label="了解を求める人"
          me={me}
          chosen={writing.confirmBy}
          onChosen={(confirmBy) => onChange({ confirmBy })}
        />
      )}
    </>
  );
}
