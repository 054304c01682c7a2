SELECT endpoint, public_key, auth FROM push_subscriptions WHERE id = ?1 AND user_id = ?2
