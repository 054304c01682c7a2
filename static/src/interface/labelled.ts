import type { Problem } from "../api/problem";

/**
 * The problem with the name of its field before each message, for a summary that stands far from the fields. Where a
 * field has no name the message speaks for itself.
 */
export function labelled(problem: Problem | null, labelOf: (field: string) => string | null): Problem | null {
  if (problem === null) return null;
  const errors = problem.errors.map((error) => {
    const label = labelOf(error.field);
    return label === null ? error : { ...error, message: `${label}: ${error.message}` };
  });
  return { ...problem, errors };
}
