import { type SubscriptionInput, subscribe } from "../../api/notifications";
import { NO_ANSWER, type Problem } from "../../api/problem";

const WORKER = "/sw.js";

/** Why this browser cannot, or does not, get push notifications. */
export type PushState = "unsupported" | "needs_installing" | "denied" | "ready";

export function pushState(): PushState {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) {
    // An iPhone has them only for a page that was put on the home screen.
    return /iP(hone|ad|od)/.test(navigator.userAgent) ? "needs_installing" : "unsupported";
  }
  return Notification.permission === "denied" ? "denied" : "ready";
}

function refusal(title: string): Problem {
  return { ...NO_ANSWER, code: "push_refused", title, detail: null };
}

/** Asks the person, then the browser, then tells the city; null: it is done. */
export async function receiveHere(publicKey: string): Promise<Problem | null> {
  if ((await Notification.requestPermission()) !== "granted") {
    return refusal("通知が許可されませんでした。ブラウザーの設定で、このサイトの通知を許可してください。");
  }
  try {
    await navigator.serviceWorker.register(WORKER);
    const registration = await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey: publicKey };
    const subscription = await registration.pushManager.subscribe(options);
    const { problem } = await subscribe(inputOf(subscription.toJSON()));
    return problem ?? null;
  } catch {
    return refusal(
      "この端末ではプッシュ通知を始められませんでした。通信を確かめて、もう一度お試しください。",
    );
  }
}

/** Ends it in this browser; what the city knows is taken back by the caller. */
export async function stopHere(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(WORKER).catch(() => undefined);
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe();
}

function inputOf({ endpoint = "", keys = {} }: PushSubscriptionJSON): SubscriptionInput {
  return { endpoint, p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" };
}
