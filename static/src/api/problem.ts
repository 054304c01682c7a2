import type { Finding } from "./messages";

/** Why a request did not succeed, in words for people and a code for the program. */
export interface Problem {
  /** The HTTP status, or 0 when no answer arrived at all. */
  status: number;
  code: string;
  title: string;
  detail: string | null;
  rule: string | null;
  errors: FieldProblem[];
  retryAfterSeconds: number | null;
  /** What a message was found to tell about a person (R27). */
  findings?: Finding[];
}

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** The network failed: the request may or may not have reached the city. */
export const NO_ANSWER: Problem = {
  status: 0,
  code: "no_answer",
  title: "通信ができませんでした。",
  detail:
    "インターネットにつながっているか確かめて、もう一度お試しください。入力した内容はこの画面に残っています。",
  rule: null,
  errors: [],
  retryAfterSeconds: null,
};

/** True when the server may have done the work although its answer was lost. */
export function outcomeUnknown(problem: Problem): boolean {
  return problem.status === 0 || problem.status >= 500;
}

/** Reads a problem+json body; a proxy's HTML error page becomes a problem, too. */
export function problemFrom(response: Response, body: unknown): Problem {
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) => (typeof fields[name] === "string" ? (fields[name] as string) : null);
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return {
    status: response.status,
    code: text("code") ?? `http_${response.status}`,
    title: text("title") ?? fallbackTitle(response.status),
    detail: text("detail"),
    rule: text("rule"),
    errors: Array.isArray(fields.errors) ? (fields.errors as FieldProblem[]) : [],
    retryAfterSeconds: Number.isNaN(seconds) ? null : seconds,
    ...(Array.isArray(fields.findings) ? { findings: fields.findings as Finding[] } : {}),
  };
}

function fallbackTitle(status: number): string {
  if (status === 404) return "見つかりませんでした。";
  if (status === 429) return "短い時間に何度も操作されました。少し待ってからお試しください。";
  if (status >= 500) return "サーバーで問題が起きました。しばらくしてからもう一度お試しください。";
  return "処理できませんでした。";
}
