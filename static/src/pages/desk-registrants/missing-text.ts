import { NO_ANSWER, type Problem } from "../../api/problem";

/** What the server would refuse, told before it is asked. */
export function missingText(field: string, message: string): Problem {
  return {
    ...NO_ANSWER,
    status: 422,
    code: "validation_failed",
    title: "入力を確かめてください。",
    detail: null,
    errors: [{ field, code: "required", message }],
  };
}
