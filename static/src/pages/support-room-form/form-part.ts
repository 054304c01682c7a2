import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { errorOf } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import type { SupportRoomFields } from "./fields";

/** What each section of the form is given. */
export interface FormPart {
  me: Me;
  fields: SupportRoomFields;
  onFields: (fields: SupportRoomFields) => void;
  problem: Problem | null;
}

/** Id, value and error of the text field for one field of the API. */
export function textProps(
  problem: Problem | null,
  field: string,
  value: string,
  onValue: (value: string) => void,
) {
  return { id: idOf(field), value, onValue, error: errorOf(problem, field) };
}
