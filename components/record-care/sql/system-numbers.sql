-- How the numbers begin that this system gives to what it exports (RFC 9562 §5.8).
SELECT numbers FROM system_identity WHERE id = 1
