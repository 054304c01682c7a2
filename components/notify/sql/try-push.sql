INSERT INTO deliveries (user_id, channel, subscription_id, created_at, due_at)
SELECT ?1, 'push', p.id, ?2, ?2 FROM push_subscriptions p WHERE p.user_id = ?1
