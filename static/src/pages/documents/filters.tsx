import { useLocation } from "preact-iso";
import type { DocumentFolders } from "../../api/documents";
import { DOCUMENT_ORDERS, type DocumentOrder } from "../../city/document-words";
import { Field } from "../../interface/field";
import { SearchLine } from "../../interface/search-line";
import { FilterTabs } from "../../interface/tabs";
import { countInWords } from "../../unread/unread-badge";
import { addressOf, type Shown } from "./asking";

interface FiltersProps {
  path: string;
  shown: Shown;
  folders: DocumentFolders;
}

/** Which documents, and in which order; all of it stands in the address. */
export function Filters({ path, shown, folders }: FiltersProps) {
  const { route } = useLocation();
  const show = (part: Partial<Shown>) => route(addressOf(path, { ...shown, ...part }));
  const unread = folders.unread_count > 0 ? `未読だけ(${countInWords(folders.unread_count)})` : "未読だけ";
  return (
    <section class="stack no-print" aria-label="書類をしぼる">
      <FilterTabs
        name="読んだかどうか"
        current={shown.unread ? "unread" : "all"}
        links={[
          { value: "all", label: "すべて", href: addressOf(path, { ...shown, unread: false }) },
          { value: "unread", label: unread, href: addressOf(path, { ...shown, unread: true }) },
        ]}
      />
      <SearchLine
        key={shown.words}
        id="document-words"
        label="題名で探す"
        search={shown.words}
        onSearch={(words) => show({ words })}
      />
      <div class="two-columns">
        <Field id="shown-folder" label="フォルダをしぼる">
          {(attributes) => (
            <select
              {...attributes}
              value={shown.folder === null ? "" : String(shown.folder)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                show({ folder: value === "" ? null : Number(value) });
              }}
            >
              <option value="">すべて({folders.documents}件)</option>
              {folders.items.map((folder) => (
                <option key={folder.folder_id} value={String(folder.folder_id)}>
                  {folder.name}({folder.documents}件)
                </option>
              ))}
              {folders.items.length > 0 && <option value="0">フォルダなし({folders.in_no_folder}件)</option>}
            </select>
          )}
        </Field>
        <Field id="shown-order" label="並べ方">
          {(attributes) => (
            <select
              {...attributes}
              value={shown.order}
              onChange={(event) => show({ order: event.currentTarget.value as DocumentOrder })}
            >
              {Object.entries(DOCUMENT_ORDERS).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </section>
  );
}
