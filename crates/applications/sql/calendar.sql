SELECT day, is_open FROM open_day_exceptions ORDER BY day LIMIT 2000
