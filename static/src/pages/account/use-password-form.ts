import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { passwordConditions } from "../../session/password-conditions";

interface Missing {
  current?: string;
  next?: string;
}

/** What is typed to change the password, and what happens when it is sent. */
export function usePasswordForm(loginId: string, onChanged: () => void) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [missing, setMissing] = useState<Missing>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);
  const [sending, send] = useSending();
  const conditions = passwordConditions(next, loginId);

  const submit = () =>
    send(async () => {
      const found: Missing = {
        ...(current ? {} : { current: "今のパスワードを入力してください。" }),
        ...(conditions.every((condition) => condition.met)
          ? {}
          : { next: "パスワードの条件をすべて満たすように入力してください。" }),
      };
      setMissing(found);
      setProblem(null);
      setDone(false);
      if (found.current || found.next) {
        document.getElementById(found.current ? "current-password" : "new-password")?.focus();
        return;
      }
      const body = { current_password: current, new_password: next };
      const { problem } = await ask(() => api.PUT("/api/me/password", { body }));
      setProblem(problem ?? null);
      if (problem) return;
      setCurrent("");
      setNext("");
      setDone(true);
      onChanged();
    });

  return { current, setCurrent, next, setNext, conditions, missing, problem, done, sending, submit };
}
