DELETE FROM open_day_exceptions WHERE day = ?1
