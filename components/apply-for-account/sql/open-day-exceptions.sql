SELECT day, is_open, note FROM open_day_exceptions ORDER BY day LIMIT 2000
