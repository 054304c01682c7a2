import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Problem } from "../api/problem";
import { Button } from "./button";

export function Loading({ what }: { what: string }) {
  return (
    <p class="loading" role="status">
      {what}を読み込んでいます…
    </p>
  );
}

/** Something could not be shown: why, and the way on. */
export function Failure({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  return (
    <div class="notice-box notice-box--danger" role="alert">
      <h2>{problem.title}</h2>
      {problem.detail && <p>{problem.detail}</p>}
      {onRetry && (
        <div class="actions">
          <Button onClick={onRetry}>もう一度読み込む</Button>
        </div>
      )}
    </div>
  );
}

export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children}
    </div>
  );
}

interface RefusalProps {
  /** Null when nothing was refused. */
  problem: Problem | null;
  /** The id of the control for a field of the API, for the links. */
  fieldId?: (field: string) => string | null;
  children?: ComponentChildren;
}

/** A refused submission: takes the focus so that it is read at once, and links to each field. */
export function Refusal({ problem, fieldId, children }: RefusalProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) element.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={element}>
      <h2>{problem.title}</h2>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => {
            const id = fieldId?.(error.field) ?? null;
            return (
              <li key={`${error.field}-${error.code}`}>
                {id ? (
                  <a
                    href={`#${id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(id)?.focus();
                    }}
                  >
                    {error.message}
                  </a>
                ) : (
                  error.message
                )}
              </li>
            );
          })}
        </ul>
      )}
      {children}
    </div>
  );
}

/** The message for one field of a refused submission. */
export function errorOf(problem: Problem | null, field: string): string | undefined {
  return problem?.errors.find((error) => error.field === field)?.message;
}
