import type { DocumentFolders } from "../../api/documents";
import type { Problem } from "../../api/problem";
import { DOCUMENT_KINDS, type DocumentKind } from "../../city/document-words";
import { errorOf } from "../../interface/answers";
import { Field, SelectField, TextField } from "../../interface/field";
import { folderToMake, NEW_FOLDER, type TypedDocument } from "./typed-document";

interface AboutFieldsProps {
  typed: TypedDocument;
  folders: DocumentFolders;
  problem: Problem | null;
  /** Before the names of the fields: `about.` where a file goes along. */
  prefix?: string;
  onChange: (part: Partial<TypedDocument>) => void;
}

const KINDS = Object.entries(DOCUMENT_KINDS).map(([value, label]) => ({
  value: value as DocumentKind,
  label,
}));

/** What is said of a document. */
export function AboutFields({ typed, folders, problem, prefix = "", onChange }: AboutFieldsProps) {
  const error = (field: string) => errorOf(problem, field) ?? errorOf(problem, `${prefix}${field}`);
  return (
    <>
      <TextField
        id="title"
        label="題名"
        value={typed.title}
        onValue={(title) => onChange({ title })}
        error={error("title")}
      />
      <SelectField
        id="kind"
        label="種類"
        value={typed.kind}
        onValue={(kind) => onChange({ kind })}
        choices={KINDS}
        error={error("kind")}
      />
      <FolderField
        typed={typed}
        folders={folders}
        error={error("folder_id")}
        nameError={folderToMake(typed) === null ? undefined : error("name")}
        onChange={onChange}
      />
      <TextField
        id="dated_on"
        label="書類の日付"
        type="date"
        hint="紙に書かれている日。分からないときは今日のままにします。"
        value={typed.datedOn}
        onValue={(datedOn) => onChange({ datedOn })}
        error={error("dated_on")}
      />
      <Field id="note" label="メモ" optional error={error("note")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            value={typed.note}
            onInput={(event) => onChange({ note: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  );
}

interface FolderFieldProps {
  typed: TypedDocument;
  folders: DocumentFolders;
  error: string | undefined;
  nameError: string | undefined;
  onChange: (part: Partial<TypedDocument>) => void;
}

function FolderField({ typed, folders, error, nameError, onChange }: FolderFieldProps) {
  return (
    <>
      <Field
        id="folder_id"
        label="フォルダ"
        error={error ?? (typed.folder === NEW_FOLDER ? undefined : nameError)}
      >
        {(attributes) => (
          <select
            {...attributes}
            value={typed.folder}
            onChange={(event) => onChange({ folder: event.currentTarget.value })}
          >
            <option value="">フォルダに入れない</option>
            {folders.items.map((folder) => (
              <option key={folder.folder_id} value={String(folder.folder_id)}>
                {folder.name}
              </option>
            ))}
            <optgroup label="新しく作る">
              {folders.suggested.map((name) => (
                <option key={name} value={NEW_FOLDER + name}>
                  {name}
                </option>
              ))}
              <option value={NEW_FOLDER}>名前を付けて作る</option>
            </optgroup>
          </select>
        )}
      </Field>
      {typed.folder === NEW_FOLDER && (
        <TextField
          id="name"
          label="新しいフォルダの名前"
          value={typed.newFolder}
          onValue={(newFolder) => onChange({ newFolder })}
          error={nameError}
        />
      )}
    </>
  );
}
