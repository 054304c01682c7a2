-- How the numbers begin that this system gives to what it exports (RFC 9562 §5.8).
SELECT substr(value, 1, 8) || '-' || substr(value, 9, 4) AS numbers FROM settings WHERE name = 'system_id'
