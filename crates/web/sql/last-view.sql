SELECT sequence, hash FROM registrant_views ORDER BY sequence DESC LIMIT 1
