DELETE FROM push_subscriptions WHERE id = ?1 AND user_id = ?2 RETURNING id AS subscription_id
