import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { api, askOnce } from "../api/client";
import type { Problem } from "../api/problem";
import { useSending } from "../api/use-sending";
import { findDeviceKey } from "../device-key/key-store";
import { formatLoginId } from "../device-key/login-code";
import { Button } from "../interface/button";
import { Dialog } from "../interface/dialog";
import { PasswordField } from "../interface/password-field";
import { useOnline } from "../interface/use-online";
import { rememberedLoginId } from "./remembered";
import { useSession } from "./session";
import { SignInProblem } from "./sign-in-problem";

const LOCKED_TITLE = "画面をロックしています | Tasuki(襷)";

/** R36: covers the page, which stays as it is beneath, until the person enters the password. */
export function LockScreen() {
  const { locked } = useSession();
  useHiddenPage(locked);
  return (
    <Dialog open={locked} heading="画面をロックしています" class="lock-screen">
      {locked && <Unlock />}
    </Dialog>
  );
}

function Unlock() {
  const who = useWhoIsLocked();
  const online = useOnline();
  const { password, setPassword, missing, problem, sending, unlock, leave } = useUnlock();
  return (
    <>
      {who && (
        <p>
          <strong>{who.name ? `${who.name}さん` : "ログインID"}</strong>{" "}
          <span class="code hint">{formatLoginId(who.loginId)}</span>
        </p>
      )}
      <p>パスワードを入力すると、続きから使えます。入力中の内容は残っています。</p>
      {!online && <p class="hint">インターネットにつながると、ロックを解除できます。</p>}
      <SignInProblem problem={problem} loginId={who?.loginId ?? ""} passwordOnly />
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <input type="hidden" name="username" autocomplete="username" value={who?.loginId ?? ""} />
        <PasswordField
          id="unlock-password"
          label="パスワード"
          value={password}
          onValue={setPassword}
          error={missing}
          autocomplete="current-password"
        />
        <div class="actions">
          <Button kind="primary" type="submit" sending={sending}>
            ロックを解除する
          </Button>
        </div>
      </form>
      <div class="stack">
        <p class="hint">ログアウトすると、入力中の内容は消えます。</p>
        <div class="actions">
          <Button small disabled={sending} onClick={() => void leave()}>
            ログアウトする
          </Button>
          <Button small disabled={sending} onClick={() => void leave()}>
            別の人がログインする
          </Button>
        </div>
      </div>
    </>
  );
}

/** Both ways out of the lock: the password, or signing out. */
function useUnlock() {
  const { signOut, signedIn } = useSession();
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<string>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();

  const unlock = () =>
    send(async () => {
      setMissing(password ? undefined : "パスワードを入力してください。");
      setProblem(null);
      if (!password) {
        document.getElementById("unlock-password")?.focus();
        return;
      }
      const { data, problem } = await askOnce(() => api.POST("/api/session/unlock", { body: { password } }));
      if (data) signedIn(data.me);
      else setProblem(problem);
    });
  const leave = () => send(async () => setProblem(await signOut()));
  return { password, setPassword, missing, problem, sending, unlock, leave };
}

/** After a reload nobody but the storage of this device knows who was here. */
function useWhoIsLocked(): { loginId: string; name: string } | null {
  const { me } = useSession();
  const [name, setName] = useState("");
  const loginId = me?.login_id ?? rememberedLoginId();
  useEffect(() => {
    if (me || loginId === null) return;
    findDeviceKey(loginId).then(
      (record) => setName(record?.name ?? ""),
      () => setName(""),
    );
  }, [me, loginId]);
  return loginId === null ? null : { loginId, name: me?.name ?? name };
}

/** A modal dialog makes the page inert, but it could still be printed, found by a search, or read from the title. */
function useHiddenPage(hidden: boolean) {
  const focused = useRef<Element | null>(null);
  // Before the screen is painted: not even for a moment beside the cover.
  useLayoutEffect(() => {
    if (!hidden) return;
    const { title } = document;
    const { scrollX, scrollY } = window;
    focused.current = document.activeElement;
    document.documentElement.classList.add("locked");
    document.title = LOCKED_TITLE;
    return () => {
      document.documentElement.classList.remove("locked");
      // Signing out has led to another page, which has its own title by now.
      if (document.title === LOCKED_TITLE) document.title = title;
      scrollTo(scrollX, scrollY);
    };
  }, [hidden]);
  // After the dialog has closed. It cannot give the focus back itself: what had it was hidden when it opened.
  useEffect(() => {
    if (!hidden) return;
    return () => {
      if (focused.current instanceof HTMLElement) focused.current.focus({ preventScroll: true });
    };
  }, [hidden]);
}
