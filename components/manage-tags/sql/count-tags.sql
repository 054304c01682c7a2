SELECT count(*) AS tags FROM tags
