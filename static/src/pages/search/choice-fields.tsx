import type { Asked } from "../../api/client";
import { loadRooms, type MyRoom } from "../../api/support";
import { loadTags } from "../../api/tags";
import { useLoaded } from "../../api/use-loaded";
import { Field } from "../../interface/field";

/** More rooms than anybody is in. */
const ROOMS_MAX = 500;

async function loadAllRooms(): Promise<Asked<MyRoom[]>> {
  const rooms: MyRoom[] = [];
  let after: string | undefined;
  do {
    const { data, problem } = await loadRooms(after);
    if (problem) return { problem };
    rooms.push(...data.items);
    after = data.next ?? undefined;
  } while (after && rooms.length < ROOMS_MAX);
  return { data: rooms };
}

interface ChoiceProps {
  value: number | null;
  onValue: (value: number | null) => void;
}

export function RoomField({ value, onValue }: ChoiceProps) {
  const { data, problem } = useLoaded("rooms to search", loadAllRooms);
  const choices = (data ?? []).map((room) => ({ value: room.room_id, label: room.name }));
  return (
    <OptionalChoice
      id="room"
      label="部屋"
      all="すべての部屋"
      value={value}
      onValue={onValue}
      choices={choices}
      error={problem ? `部屋を読み込めませんでした。${problem.title}` : undefined}
    />
  );
}

/** R28: a retired tag stays on old messages, so it can be looked for. */
export function TagField({ value, onValue }: ChoiceProps) {
  const { data, problem } = useLoaded("tags to search", () => loadTags({ retired: true }));
  const choices = (data?.items ?? []).map((tag) => ({ value: tag.tag_id, label: tag.name }));
  return (
    <OptionalChoice
      id="tag"
      label="タグ"
      all="すべて"
      value={value}
      onValue={onValue}
      choices={choices}
      error={problem ? `タグを読み込めませんでした。${problem.title}` : undefined}
    />
  );
}

interface OptionalChoiceProps extends ChoiceProps {
  id: string;
  label: string;
  /** What stands for no choice. */
  all: string;
  choices: { value: number; label: string }[];
  error: string | undefined;
}

function OptionalChoice({ id, label, all, value, onValue, choices, error }: OptionalChoiceProps) {
  return (
    <Field id={id} label={label} error={error}>
      {(attributes) => (
        <select
          {...attributes}
          value={value ?? ""}
          onChange={({ currentTarget }) => onValue(currentTarget.value ? Number(currentTarget.value) : null)}
        >
          <option value="">{all}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
