-- Those that the closing took back, and no others: both carry its moment.
UPDATE consents SET withdrawn_at = NULL WHERE registrant_id = ?1 AND withdrawn_at = ?2
