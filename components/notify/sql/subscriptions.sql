-- ?2 is the device at which the caller sits.
SELECT p.id AS subscription_id, iif(d.label <> '', d.label, d.asset_number) AS device,
       p.device_id = ?2 AS is_this_device, p.created_at
  FROM push_subscriptions p JOIN devices d ON d.id = p.device_id
 WHERE p.user_id = ?1
 ORDER BY p.id DESC
 LIMIT 20
