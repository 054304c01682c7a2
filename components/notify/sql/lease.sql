-- Everything that is due to the first ?3 receivers: one message each.
UPDATE deliveries INDEXED BY deliveries_waiting SET leased_until = ?5, lease = ?4, attempts = attempts + 1
 WHERE state = 'waiting' AND due_at <= ?1 AND (leased_until IS NULL OR leased_until <= ?1)
   AND (user_id, channel, coalesce(subscription_id, 0)) IN (
         SELECT d.user_id, d.channel, coalesce(d.subscription_id, 0)
           FROM deliveries d
          WHERE d.state = 'waiting' AND d.due_at <= ?1 AND (d.leased_until IS NULL OR d.leased_until <= ?1)
            AND (?2 IS NULL OR d.user_id = ?2)
          GROUP BY d.user_id, d.channel, d.subscription_id
          ORDER BY min(d.due_at)
          LIMIT ?3 + 0)
