SELECT (SELECT count(*) FROM (SELECT 1 FROM notices WHERE printed_at IS NULL AND posted_at IS NULL LIMIT ?1 + 0))
         AS notices_to_print,
       (SELECT count(*) FROM (SELECT 1 FROM notices WHERE printed_at IS NOT NULL AND posted_at IS NULL LIMIT ?1 + 0))
         AS notices_to_post,
       (SELECT count(*) FROM (SELECT 1 FROM notices WHERE objected_at IS NOT NULL AND answered_at IS NULL LIMIT ?1 + 0))
         AS objections
