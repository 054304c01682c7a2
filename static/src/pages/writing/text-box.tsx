import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { RoomPerson } from "../../api/messages";
import { PROFESSIONS, word } from "../../city/words";
import { Field } from "../../interface/field";
import { usePeople } from "./people-choice";
import { typedMention, type Writing } from "./writing";

/** So near to the limit that the rest is shown. */
const NEAR_LIMIT = 500;
const SUGGESTED_MAX = 6;

interface TextBoxProps {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  room: number;
  me: number;
  writing: Writing;
  onChange: (part: Partial<Writing>) => void;
  onSend: () => void;
  onFiles: (files: File[]) => void;
  error: string | undefined;
  /** Null while it is not known. */
  charactersMax: number | null;
}

/** The text itself: an @ offers the people of the room, a photo can be pasted or dropped. */
export function TextBox(props: TextBoxProps) {
  const { id, field, writing, onChange, onSend, onFiles, error, charactersMax } = props;
  const mention = useMention(props);
  const { people, current, take } = mention;
  const list = `${id}-people`;

  const onKeyDown = (event: KeyboardEvent) => {
    // While kana are being turned into kanji the keys belong to the input method.
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    } else if (people.length > 0) chooseByKey(event, mention);
  };
  const rest = charactersMax === null ? null : charactersMax - [...writing.body].length;
  return (
    <Field id={id} label="書き込み" error={error ?? tooLong(rest)}>
      {(attributes) => (
        <div class="writing__text">
          <textarea
            {...attributes}
            ref={field}
            rows={2}
            value={writing.body}
            placeholder="@で宛先を選べます"
            aria-autocomplete="list"
            aria-controls={people.length > 0 ? list : undefined}
            aria-activedescendant={people.length > 0 ? `${list}-${current}` : undefined}
            onInput={(event) => {
              mention.typedUpTo(event.currentTarget.selectionStart);
              onChange({ body: event.currentTarget.value });
            }}
            onKeyDown={onKeyDown}
            onBlur={mention.close}
            onPaste={(event) => pasted(event, onFiles)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              if (!event.dataTransfer?.files.length) return;
              event.preventDefault();
              onFiles([...event.dataTransfer.files]);
            }}
          />
          {people.length > 0 && <People id={list} people={people} current={current} onTake={take} />}
          {rest !== null && rest >= 0 && rest < NEAR_LIMIT && <p class="hint">あと{rest}文字</p>}
        </div>
      )}
    </Field>
  );
}

function tooLong(rest: number | null): string | undefined {
  return rest !== null && rest < 0 ? `${-rest}文字多すぎます。短くするか、分けて書いてください。` : undefined;
}

interface Mention {
  /** Whose name begins so. */
  people: RoomPerson[];
  /** The one whom the keys have reached. */
  current: number;
  typedUpTo: (caret: number) => void;
  moveTo: (at: number) => void;
  take: (person: RoomPerson | undefined) => void;
  close: () => void;
}

/** The people whose name is typed after an @. */
function useMention({ field, room, me, writing, onChange }: TextBoxProps): Mention {
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const typed = typedMention(writing.body, caret);
  const found = usePeople(room, typed?.name ?? null);
  const people = typed ? (found ?? []).filter((person) => person.user_id !== me).slice(0, SUGGESTED_MAX) : [];
  const current = Math.min(at, people.length - 1);

  const take = (person: RoomPerson | undefined) => {
    if (!person || !typed) return;
    const before = `${writing.body.slice(0, typed.from)}@${person.name} `;
    const known = writing.mentions.some((one) => one.user_id === person.user_id);
    const mentions = known
      ? writing.mentions
      : [...writing.mentions, { user_id: person.user_id, name: person.name }];
    onChange({ body: before + writing.body.slice(caret), mentions });
    setCaret(before.length);
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  const typedUpTo = (caret: number) => {
    setCaret(caret);
    setAt(0);
  };
  return { people, current, typedUpTo, moveTo: setAt, take, close: () => setCaret(0) };
}

function chooseByKey(event: KeyboardEvent, { people, current, moveTo, take, close }: Mention) {
  const works: Record<string, () => void> = {
    ArrowDown: () => moveTo((current + 1) % people.length),
    ArrowUp: () => moveTo((current - 1 + people.length) % people.length),
    Enter: () => take(people[current]),
    Tab: () => take(people[current]),
    Escape: close,
  };
  const work = works[event.key];
  if (!work) return;
  event.preventDefault();
  work();
}

/** A picture from the clipboard goes along as a file; text is pasted as always. */
function pasted(event: ClipboardEvent, onFiles: (files: File[]) => void) {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  onFiles(files);
}

interface PeopleProps {
  id: string;
  people: RoomPerson[];
  current: number;
  onTake: (person: RoomPerson) => void;
}

function People({ id, people, current, onTake }: PeopleProps) {
  return (
    <div id={id} class="found writing__suggested" role="listbox" aria-label="宛先の候補">
      {people.map((person, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the option
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text
        <div
          key={person.user_id}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === current}
          // The text keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(person)}
        >
          {person.name}
          <span class="hint">
            {word(PROFESSIONS, person.profession)} ・ {person.organization_name}
          </span>
        </div>
      ))}
    </div>
  );
}
