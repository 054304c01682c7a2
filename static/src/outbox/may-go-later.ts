import { outcomeUnknown, type Problem } from "../api/problem";

/** Whether the same may be taken later: no answer, a busy server, or somebody who has to sign in first. */
export function mayGoLater(problem: Problem): boolean {
  return outcomeUnknown(problem) || problem.status === 401 || problem.status === 429;
}
