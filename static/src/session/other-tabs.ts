/** What one tab of this browser tells the others; they share the session's cookie. */
export type TabMessage =
  | { kind: "active" }
  | { kind: "locked" }
  | { kind: "signed_in"; login_id: string }
  | { kind: "signed_out" };

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("tasuki-session");

export function tellOtherTabs(message: TabMessage) {
  channel?.postMessage(message);
}

/** Returns what ends the listening. */
export function onOtherTabs(listener: (message: TabMessage) => void): () => void {
  const receive = (event: MessageEvent<TabMessage>) => listener(event.data);
  channel?.addEventListener("message", receive);
  return () => channel?.removeEventListener("message", receive);
}
