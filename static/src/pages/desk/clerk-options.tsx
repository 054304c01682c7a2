import type { Clerk, Me } from "../../api/types";

/** Oneself first, then the colleagues, then nobody. */
export function ClerkOptions({ me, clerks }: { me: Me; clerks: Clerk[] }) {
  return (
    <>
      <option value={String(me.user_id)}>自分({me.name})</option>
      {clerks
        .filter((clerk) => clerk.user_id !== me.user_id)
        .map((clerk) => (
          <option key={clerk.user_id} value={String(clerk.user_id)}>
            {clerk.name}
          </option>
        ))}
      <option value="">担当なし(未割当に戻す)</option>
    </>
  );
}
