SELECT name, value FROM settings WHERE name = ?1
