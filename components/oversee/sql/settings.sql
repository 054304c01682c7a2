SELECT name, value FROM settings ORDER BY name LIMIT 100
